package threeline.promises.tier;

import org.jspecify.annotations.Nullable;

/** Whose people a group is made of when they aren't the desk's own, and whose tickets they may see. */
public record Outside(String organization, Sees sees) {

    /** How far an outside group sees. */
    public enum Sees {
        OWN_ORGANIZATION,
        ALL
    }

    boolean serves(@Nullable String other) {
        return sees == Sees.ALL || organization.equals(other);
    }
}
