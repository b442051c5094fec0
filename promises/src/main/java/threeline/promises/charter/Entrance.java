package threeline.promises.charter;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * Whether a request may come in by the way that somebody chose, and what they are told where it may not. Nobody is ever
 * turned away in silence.
 */
public sealed interface Entrance {

    /** The charter has nothing against it. */
    record Admitted() implements Entrance {}

    /**
     * It may not come in so.
     *
     * @param ways by which it may at that instant, in the order of the charter; perhaps none
     * @param words to be told: the charter's own where it has some for this
     */
    record Refused(Because because, List<Channel> ways, String words) implements Entrance {

        public Refused {
            ways = List.copyOf(ways);
        }
    }

    /** What stands against it; where several things do, the first. */
    enum Because {
        /** The channel is for others. */
        ROLE,
        /** The severity comes by other channels. */
        SEVERITY,
        /** Nobody answers it now, and it takes no messages. */
        HOURS
    }

    /**
     * Decides.
     *
     * @param charter as it was sold to the requester's organization: {@link Charter#promisedTo} with its package
     * @param channel by its name, or by a kind that one channel has; what the charter doesn't describe it doesn't shut
     * @param roles that the requester plays
     * @throws IllegalArgumentException for a severity that the charter doesn't have
     */
    static Entrance of(Charter charter, String channel, String severity, Set<String> roles, Instant at) {
        return new Doorkeeper(charter, charter.severity(severity), roles, at).at(channel);
    }
}
