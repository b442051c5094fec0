package threeline.promises.calendar;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a charter says of opening hours: a weekly pattern, or an expression over other hours. */
public sealed interface Hours {

    /** Round the clock, every day. */
    record Always() implements Hours {}

    /** The hours that another calendar of the same charter has under this name. */
    record Named(String name) implements Hours {}

    /** Open exactly when the other is not. */
    record Not(Hours hours) implements Hours {}

    /** Open when one of them is. */
    record Any(List<Hours> hours) implements Hours {
        public Any {
            hours = atLeastOne(hours);
        }
    }

    /** Open when all of them are. */
    record All(List<Hours> hours) implements Hours {
        public All {
            hours = atLeastOne(hours);
        }
    }

    /** Other hours, with the length that a working day ({@code 1d}) has on them. */
    record WithDay(Hours hours, Duration day) implements Hours {
        public WithDay {
            if (!day.isPositive()) {
                throw new IllegalArgumentException("a working day of no length: " + day);
            }
        }
    }

    /**
     * Hours that repeat each week, except on holidays and named dates.
     *
     * @param zone where the charter states one for these hours; else they are read in the charter's or the
     *     organization's zone
     */
    record Weekly(@Nullable ZoneId zone, Map<DayOfWeek, List<Window>> week, Exceptions exceptions) implements Hours {
        public Weekly {
            week = Map.copyOf(week);
        }
    }

    /**
     * The dates on which a weekly pattern does not hold.
     *
     * @param holidays the place whose public holidays are closed
     * @param closed dates closed besides
     * @param open dates with hours of their own, whatever else is said of them
     */
    record Exceptions(@Nullable Region holidays, Set<LocalDate> closed, Map<LocalDate, List<Window>> open) {

        public static final Exceptions NONE = new Exceptions(null, Set.of(), Map.of());

        public Exceptions {
            closed = Set.copyOf(closed);
            open = Map.copyOf(open);
        }

        public static Exceptions holidays(Region region) {
            return new Exceptions(region, Set.of(), Map.of());
        }
    }

    private static List<Hours> atLeastOne(List<Hours> hours) {
        if (hours.isEmpty()) {
            throw new IllegalArgumentException("a choice among no calendars");
        }
        return List.copyOf(hours);
    }
}
