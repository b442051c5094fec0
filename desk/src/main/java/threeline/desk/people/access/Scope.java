package threeline.desk.people.access;

import java.util.Locale;

/** How far a program may go that acts as an agent. */
public enum Scope {
    READ,
    WRITE,
    /** Only people in person have it: no token can be given it. */
    IN_PERSON;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Scope of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
