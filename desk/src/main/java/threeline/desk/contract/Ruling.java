package threeline.desk.contract;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What rules a desk's promises, as it was seen at an instant.
 *
 * @param versions of the charter that are or were in force, the first first
 * @param moves of releases, in the order in which they were made
 * @param comingAt when the next version comes
 */
record Ruling(
        List<CharterInForce> versions,
        List<ReleaseMove> moves,
        @Nullable Instant comingAt,
        Instant seenAt) {

    /** How long another node's change may stay unseen by those who only read. */
    private static final Duration STALE_AFTER = Duration.ofSeconds(5);

    Ruling {
        versions = List.copyOf(versions);
        moves = List.copyOf(moves);
    }

    boolean isStale(Instant now) {
        return Duration.between(seenAt, now).abs().compareTo(STALE_AFTER) > 0
                || comingAt != null && !comingAt.isAfter(now);
    }

    /** What was seen and is still so; neither versions in force nor moves are ever taken back. */
    boolean isStill(Held held) {
        return versions.size() == held.versions() && moves.size() == held.moves();
    }

    /** What tells a ruling from those before it. */
    record Held(long versions, long moves, @Nullable Instant comingAt) {}
}
