package threeline.desk.intake.email;

import static threeline.desk.db.intake.tables.LettersByState.LETTERS_BY_STATE;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/**
 * The conservation law, for all to see: every letter ever kept is in exactly one of these states, so what is not in them
 * is lost, and must be none.
 */
@Component
class LetterCount {

    static final List<String> STATES =
            List.of("received", "ticketed", "appended", "suppressed", "quarantined", "refused");

    private static final Duration FRESH = Duration.ofMinutes(1);

    private final DSLContext db;
    private final InstantSource time;
    private Map<String, Long> counted = Map.of();
    private Instant countedAt = Instant.EPOCH;

    LetterCount(DSLContext db, InstantSource time, MeterRegistry metrics) {
        this.db = db;
        this.time = time;
        for (var state : STATES) {
            Gauge.builder("threeline.letters", () -> now().getOrDefault(state, 0L))
                    .tag("state", state)
                    .register(metrics);
        }
        Gauge.builder("threeline.letters.unaccounted", this::unaccounted).register(metrics);
    }

    /** All letters less those in one of the states. */
    long unaccounted() {
        var counts = now();
        return counts.values().stream().mapToLong(it -> it).sum()
                - STATES.stream().mapToLong(it -> counts.getOrDefault(it, 0L)).sum();
    }

    /** Counted once a minute: it looks at every letter. */
    private synchronized Map<String, Long> now() {
        var now = time.instant();
        if (countedAt.plus(FRESH).isBefore(now)) {
            counted = count();
            countedAt = now;
        }
        return counted;
    }

    Map<String, Long> count() {
        return db.selectFrom(LETTERS_BY_STATE.call())
                .fetchMap(row -> row.get(0, String.class), row -> row.get(1, Long.class));
    }
}
