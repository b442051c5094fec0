package threeline.promises.calendar;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Locale;

/** Why a calendar is closed. */
public sealed interface Closed {

    /** In English, as it continues "closed: ". */
    String text();

    /** Before, between or after the hours of a day that has some. */
    record OutsideHours() implements Closed {
        @Override
        public String text() {
            return "outside hours";
        }
    }

    /** A Saturday or Sunday without hours. */
    record Weekend() implements Closed {
        @Override
        public String text() {
            return "weekend";
        }
    }

    /** Another day of the week without hours. */
    record DayOff(DayOfWeek day) implements Closed {
        @Override
        public String text() {
            return "no hours on " + day.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
        }
    }

    /** A public holiday, by its name. */
    record Holiday(String name) implements Closed {
        @Override
        public String text() {
            return name;
        }
    }

    /** A date that the charter closes. */
    record OnDate() implements Closed {
        @Override
        public String text() {
            return "closed on this date";
        }
    }
}
