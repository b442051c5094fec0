package threeline.desk.contract;

import static java.util.Comparator.naturalOrder;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What rules a desk's promises, as it was seen at an instant.
 *
 * @param versions of the charter that are or were in force, the first first
 * @param moves of releases, in the order in which they were made
 * @param contracts with all organizations
 * @param changes how often it was changed by then
 * @param comingAt when the next version comes
 */
record Ruling(
        List<CharterInForce> versions,
        List<ReleaseMove> moves,
        KnownContracts contracts,
        long changes,
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

    /** When anything of it changed last; the first version has held ever since. */
    private Instant changedAt() {
        var version = versions.size() > 1 ? versions.getLast().inForceAt() : null;
        var move = moves.isEmpty() ? null : moves.getLast().at();
        return Stream.of(version, move, contracts.latest())
                .filter(Objects::nonNull)
                .max(naturalOrder())
                .orElse(Instant.MIN);
    }

    /** Now, or just after the last change, where this node's clock is behind that. */
    Instant after(Instant now) {
        var changed = changedAt();
        return now.isAfter(changed) ? now : changed.plus(1, ChronoUnit.MICROS);
    }

    /** How much is known besides versions; neither moves nor contracts are ever taken back. */
    int known() {
        return moves.size() + contracts.count();
    }

    /** The same, seen again. */
    Ruling still(@Nullable Instant coming, Instant now) {
        return new Ruling(versions, moves, contracts, changes, coming, now);
    }

    boolean isStill(Held held) {
        return changes == held.changes();
    }

    /** What tells a ruling from those before it. */
    record Held(long changes, @Nullable Instant comingAt) {}
}
