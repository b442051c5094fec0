package threeline.promises.calendar;

import java.time.Instant;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/** Says of any time whether it is open, and if not, why; all zones and names known. */
sealed interface Opening permits Opening.Always, Opening.Not, Opening.Any, Opening.All, WeeklyOpening {

    /** The open stretches of {@code [from, until)}, in seconds since the epoch. */
    Spans between(long from, long until);

    /** Why it is closed at an instant at which it is. */
    Closed why(Instant instant);

    /** The instants between which the reason for being closed stays the same. */
    NavigableSet<Instant> seams(Interval within);

    /** The same without holidays and clock changes. */
    Opening inPlainWeeks();

    record Always() implements Opening {

        @Override
        public Spans between(long from, long until) {
            return new Spans(new long[] {from}, new long[] {until});
        }

        @Override
        public Closed why(Instant instant) {
            throw new IllegalStateException("always open, so never closed at " + instant);
        }

        @Override
        public NavigableSet<Instant> seams(Interval within) {
            return new TreeSet<>();
        }

        @Override
        public Opening inPlainWeeks() {
            return this;
        }
    }

    record Not(Opening other) implements Opening {

        @Override
        public Spans between(long from, long until) {
            return other.between(from, until).complement(from, until);
        }

        @Override
        public Closed why(Instant instant) {
            return new Closed.OutsideHours();
        }

        @Override
        public NavigableSet<Instant> seams(Interval within) {
            return new TreeSet<>();
        }

        @Override
        public Opening inPlainWeeks() {
            return new Not(other.inPlainWeeks());
        }
    }

    record Any(List<Opening> openings) implements Opening {

        /** Closed is what all of them are at once. */
        @Override
        public Spans between(long from, long until) {
            return openings.stream()
                    .map(it -> it.between(from, until).complement(from, until))
                    .reduce(Spans::and)
                    .orElseThrow()
                    .complement(from, until);
        }

        @Override
        public Closed why(Instant instant) {
            return openings.getFirst().why(instant);
        }

        @Override
        public NavigableSet<Instant> seams(Interval within) {
            return openings.getFirst().seams(within);
        }

        @Override
        public Opening inPlainWeeks() {
            return new Any(openings.stream().map(Opening::inPlainWeeks).toList());
        }
    }

    record All(List<Opening> openings) implements Opening {

        @Override
        public Spans between(long from, long until) {
            return openings.stream()
                    .map(it -> it.between(from, until))
                    .reduce(Spans::and)
                    .orElseThrow();
        }

        /** The first that is closed says why. */
        @Override
        public Closed why(Instant instant) {
            var second = instant.getEpochSecond();
            return openings.stream()
                    .filter(it -> it.between(second, second + 1).count() == 0)
                    .findFirst()
                    .orElseThrow()
                    .why(instant);
        }

        @Override
        public NavigableSet<Instant> seams(Interval within) {
            var all = new TreeSet<Instant>();
            for (var opening : openings) {
                all.addAll(opening.seams(within));
                var spans = opening.between(
                        within.start().getEpochSecond(), within.end().getEpochSecond());
                for (var i = 0; i < spans.count(); i++) {
                    all.add(Instant.ofEpochSecond(spans.starts()[i]));
                    all.add(Instant.ofEpochSecond(spans.ends()[i]));
                }
            }
            return all;
        }

        @Override
        public Opening inPlainWeeks() {
            return new All(openings.stream().map(Opening::inPlainWeeks).toList());
        }
    }
}
