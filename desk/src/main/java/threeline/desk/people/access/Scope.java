package threeline.desk.people.access;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** How far a program may go that acts as an agent: all that can be read or changed, or less. */
public enum Scope {
    /** All that a program can read at all. */
    READ,
    /** All that a program can change at all; who works here is for {@link #PROVISION} alone. */
    WRITE,
    TICKETS_READ,
    TICKETS_WRITE,
    PEOPLE_READ,
    PEOPLE_WRITE,
    CHARTER_READ,
    CONTRACTS_WRITE,
    /** Who works here, as a program elsewhere says (SCIM). */
    PROVISION,
    /** Only people in person have it: no token can be given it. */
    IN_PERSON;

    /** Those that a token can be given, the finest first. */
    public static List<Scope> ofPrograms() {
        return List.of(
                TICKETS_READ,
                TICKETS_WRITE,
                PEOPLE_READ,
                PEOPLE_WRITE,
                CHARTER_READ,
                CONTRACTS_WRITE,
                PROVISION,
                READ,
                WRITE);
    }

    /** Whether what somebody was let in by goes that far. */
    static boolean covers(Set<Scope> given, Scope needed) {
        return given.stream().anyMatch(it -> it.covers(needed));
    }

    private boolean covers(Scope needed) {
        return this == needed
                || switch (this) {
                    case READ -> needed.name().endsWith("_READ");
                    case WRITE -> needed.name().endsWith("_WRITE");
                    case TICKETS_READ,
                            TICKETS_WRITE,
                            PEOPLE_READ,
                            PEOPLE_WRITE,
                            CHARTER_READ,
                            CONTRACTS_WRITE,
                            PROVISION,
                            IN_PERSON -> false;
                };
    }

    /** As a token has it: {@code tickets:read}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', ':');
    }

    static Scope of(String word) {
        return Arrays.stream(values())
                .filter(it -> it.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no scope " + word));
    }
}
