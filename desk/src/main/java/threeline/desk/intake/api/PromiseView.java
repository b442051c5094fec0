package threeline.desk.intake.api;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import threeline.promises.clock.Explanation;
import threeline.promises.clock.Reason;
import threeline.promises.keeping.Promise;

/** A promise of a ticket, and how its due instant came about: each stretch of time that counted or was left out, and why. */
record PromiseView(
        String metric,
        int nth,
        boolean aim,
        String state,
        Instant startedAt,
        @Nullable Instant dueAt,
        Duration elapsed,
        @Nullable Duration left,
        @Nullable Instant lateAt,
        @Nullable Instant breachedAt,
        @Nullable Instant endedAt,
        Because because) {

    /** The charter's words and line, its version, and the time between. */
    record Because(String text, int line, String version, Duration counted, List<Part> stretches) {

        static Because of(Promise promise, Explanation explanation) {
            var citation = promise.target().citation();
            return new Because(
                    citation.text(),
                    citation.line(),
                    promise.version(),
                    explanation.counted(),
                    explanation.parts().stream().map(Part::of).toList());
        }
    }

    record Part(Instant from, Instant to, boolean counts, String reason) {

        static Part of(Explanation.Part it) {
            return new Part(
                    it.interval().start(), it.interval().end(), it.reason() instanceof Reason.Open, words(it.reason()));
        }

        private static String words(Reason reason) {
            return switch (reason) {
                case Reason.Open() -> "open";
                case Reason.Shut(var why) -> "closed: " + why.text();
                case Reason.OnHold(var hold) -> "on hold: " + hold;
                case Reason.Resolved() -> "resolved";
            };
        }
    }

    static PromiseView of(Promise it) {
        return new PromiseView(
                it.metric().word(),
                it.nth(),
                it.aim(),
                it.state().toString(),
                it.startedAt(),
                it.dueAt(),
                it.elapsed(),
                it.left(),
                it.lateAt(),
                it.breachedAt(),
                it.endedAt(),
                Because.of(it, it.explanation()));
    }
}
