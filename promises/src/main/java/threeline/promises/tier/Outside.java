package threeline.promises.tier;

/** Whose people a group is made of when they aren't the desk's own, and whose tickets they may see. */
public record Outside(String organization, Sees sees) {

    /** How far an outside group sees. */
    public enum Sees {
        OWN_ORGANIZATION,
        ALL
    }
}
