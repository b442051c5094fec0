package threeline.promises.clock;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import threeline.promises.calendar.Calendar;
import threeline.promises.sla.Allowance;
import threeline.promises.sla.MetBy;
import threeline.promises.sla.Target;

/** A target made ready to be counted: names become calendars, figures durations. Shared among tickets. */
public sealed interface Goal {

    /** On which it counts; of several limits the first one's. */
    Calendar calendar();

    /** What sets it; of several limits the first one's. */
    Target target();

    default MetBy metBy() {
        return target().metBy();
    }

    /** Open time with a limit, or several of which the first to bind rules. */
    record Limited(List<Counted> limits) implements Goal {

        public Limited {
            if (limits.isEmpty()) {
                throw new IllegalArgumentException("limited by nothing");
            }
            limits = List.copyOf(limits);
        }

        public static Limited of(Target.Within target, Calendar calendar) {
            return new Limited(List.of(Counted.of(target, calendar)));
        }

        @Override
        public Calendar calendar() {
            return limits.getFirst().calendar();
        }

        @Override
        public Target target() {
            return limits.getFirst().target();
        }

        /** The same with all limits moved, each on its own calendar. */
        public Limited extendedBy(Allowance more) {
            return new Limited(limits.stream().map(it -> it.extendedBy(more)).toList());
        }

        /** The same with so much in the place of each limit. */
        public Limited allowing(Allowance instead) {
            return new Limited(limits.stream()
                    .map(it -> Counted.of(it.target(), it.calendar(), instead.on(it.calendar())))
                    .toList());
        }
    }

    /**
     * By the end of the day of a release.
     *
     * @param severity that has this target
     * @param gotOn the date, in the charter's zone, on which the promise got it
     */
    record ByRelease(Target.NextRelease target, String severity, LocalDate gotOn, LocalDate release, Instant dueAt)
            implements Goal {
        @Override
        public Calendar calendar() {
            return Calendar.ALWAYS;
        }
    }

    /** Counted, without a limit. */
    record Unlimited(Target target, Calendar calendar, MetBy metBy) implements Goal {}
}
