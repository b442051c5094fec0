package threeline.desk.timekeeping.web;

import static java.util.Objects.requireNonNullElse;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import threeline.promises.charter.Charter;
import threeline.promises.charter.Hold;
import threeline.promises.clock.State;
import threeline.promises.keeping.Promise;
import threeline.promises.sla.Target;

/** What of a promise is drawn: how much it grants, what of that is used, left out and left. */
public final class PromiseBar {

    private final Promise promise;
    private final Charter charter;
    private final Instant now;
    private final List<Stretch> stretches;

    PromiseBar(Promise promise, Charter charter, Instant now) {
        this.promise = promise;
        this.charter = charter;
        this.now = now;
        this.stretches = Stretch.of(
                promise.explanation().parts(),
                hold -> charter.hold(hold).map(Hold::name).orElse(hold));
    }

    /** As it stands now. */
    public static Bar of(Promise promise, Charter charter, Instant now) {
        return new PromiseBar(promise, charter, now).drawn();
    }

    Bar drawn() {
        return BarDrawing.of(facts(), expected());
    }

    List<Stretch> stretches() {
        return stretches;
    }

    /** The first figure of a range, in per cent of the second; null where its days have no known length. */
    private @Nullable Integer expected() {
        if (!(promise.target() instanceof Target.Within it) || it.expected() == null) {
            return null;
        }
        try {
            var calendar = charter.calendar(it.limit().calendar());
            var limit = it.limit().allowance().on(calendar);
            return Math.toIntExact(100 * it.expected().on(calendar).toSeconds() / Math.max(1, limit.toSeconds()));
        } catch (IllegalArgumentException unknown) {
            return null;
        }
    }

    private BarFacts facts() {
        return new BarFacts(stretches, promise.state(), now, allowance(), left(), over(), warnings(), charter.zone());
    }

    Duration allowance() {
        return promise.left() == null
                ? Duration.ZERO
                : breached() ? counted() : promise.elapsed().plus(left());
    }

    Duration left() {
        return requireNonNullElse(promise.left(), Duration.ZERO);
    }

    private Duration counted() {
        return promise.explanation().counted();
    }

    private boolean breached() {
        return promise.state() == State.BREACHED;
    }

    @Nullable
    Duration over() {
        var dueAt = promise.dueAt();
        return breached() && dueAt != null ? Duration.between(dueAt, until()) : null;
    }

    private Instant until() {
        return requireNonNullElse(promise.endedAt(), now);
    }

    private List<Integer> warnings() {
        return promise.target() instanceof Target.Within within ? within.warnings() : List.of();
    }
}
