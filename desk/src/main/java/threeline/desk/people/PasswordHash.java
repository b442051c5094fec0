package threeline.desk.people;

/** A password as we keep it: nobody can read it back. */
public record PasswordHash(String value) {

    @Override
    public String toString() {
        return "PasswordHash[…]";
    }
}
