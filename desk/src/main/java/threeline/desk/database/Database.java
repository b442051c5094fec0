package threeline.desk.database;

/** A PostgreSQL that answers, and the two roles we are in it: who owns the tables, and who works with them. */
public record Database(String url, Login owner, Login app) {

    /** A role and its password; never printed. */
    public record Login(String role, String password) {

        @Override
        public String toString() {
            return role + "/***";
        }
    }
}
