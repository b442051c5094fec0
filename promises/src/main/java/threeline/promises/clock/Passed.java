package threeline.promises.clock;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a clock has reached. */
record Passed(
        int warned,
        @Nullable Instant lateAt,
        @Nullable Instant breachedAt,
        @Nullable Instant overAt,
        boolean met) {

    static final Passed NOTHING = new Passed(0, null, null, null, false);

    Passed and(Mark mark) {
        return switch (mark.kind()) {
            case WARNING -> new Passed(mark.percent(), lateAt, breachedAt, overAt, met);
            case LATE -> new Passed(warned, mark.at(), breachedAt, overAt, met);
            case BREACH -> new Passed(warned, lateAt, mark.at(), overAt, met);
        };
    }

    Passed over(Instant at, boolean kept) {
        return new Passed(warned, lateAt, breachedAt, at, kept);
    }

    Passed reopened() {
        return new Passed(warned, lateAt, breachedAt, null, false);
    }
}
