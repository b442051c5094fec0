package threeline.promises.keeping;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import threeline.promises.clock.Clock;
import threeline.promises.clock.Explanation;
import threeline.promises.clock.State;
import threeline.promises.clock.Which;
import threeline.promises.sla.Metric;
import threeline.promises.sla.Target;

/** What the desk owes one ticket, as seen at the instant of judgement. */
public final class Promise {

    private final Clock clock;
    private final Instant now;

    Promise(Clock clock, Instant now) {
        this.clock = clock;
        this.now = now;
    }

    public Which which() {
        return clock.which();
    }

    public Metric metric() {
        return clock.which().metric();
    }

    /** From 1, where a ticket has several of a metric. */
    public int nth() {
        return clock.which().nth();
    }

    /** Set by the desk for itself, not promised. */
    public boolean aim() {
        return clock.which().aim();
    }

    public State state() {
        return clock.state();
    }

    public Instant startedAt() {
        return clock.startedAt();
    }

    /** When it is or was due, after a breach the instant of it; null while it stands still or without a limit. */
    public @Nullable Instant dueAt() {
        return clock.dueAt();
    }

    /** The open time used up; of a breached one still counting until it is answered. */
    public Duration elapsed() {
        return clock.elapsed(now);
    }

    /** What remains of the limit, zero after a breach; null without one. */
    public @Nullable Duration left() {
        return clock.left(now);
    }

    /** When it passed the first figure of a range. */
    public @Nullable Instant lateAt() {
        return clock.lateAt();
    }

    public @Nullable Instant breachedAt() {
        return clock.breachedAt();
    }

    /** When it was met, answered after a breach, or ended; null while it counts. */
    public @Nullable Instant endedAt() {
        return clock.overAt();
    }

    /** What it is judged by; after its severity has none, the last that it had. */
    public Target target() {
        var limit = clock.limit();
        return limit != null
                ? limit.target()
                : Objects.requireNonNull(clock.goal(), "a promise of nothing").target();
    }

    /** The version of the charter that it was judged by. */
    public String version() {
        return clock.version();
    }

    /** How it came about, worked out when asked for. */
    public Explanation explanation() {
        return clock.explanation(now);
    }

    /** All that can be seen of it; two that show the same are the same. */
    @Override
    public String toString() {
        return "%s %s started %s due %s elapsed %s left %s late %s breached %s ended %s by %s"
                .formatted(
                        which(),
                        state(),
                        startedAt(),
                        dueAt(),
                        elapsed(),
                        left(),
                        lateAt(),
                        breachedAt(),
                        endedAt(),
                        version());
    }
}
