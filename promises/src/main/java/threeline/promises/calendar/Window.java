package threeline.promises.calendar;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;

/** Opening hours within a day; a window whose end is not after its start runs into the next day. */
public record Window(LocalTime start, LocalTime end) {

    /**
     * Reads {@code HH:MM-HH:MM}; {@code 24:00} may end it.
     *
     * @throws DateTimeException for anything else
     */
    public static Window parse(String text) {
        var dash = text.indexOf('-');
        if (dash < 0) {
            throw new DateTimeException("not two times joined by a dash: " + text);
        }
        var end = text.substring(dash + 1).strip();
        return new Window(time(text.substring(0, dash).strip()), end.equals("24:00") ? LocalTime.MIDNIGHT : time(end));
    }

    private static LocalTime time(String text) {
        if (text.length() != 5) {
            throw new DateTimeException("not a time of the form HH:MM: " + text);
        }
        return LocalTime.parse(text);
    }

    public boolean runsIntoNextDay() {
        return !end.isAfter(start);
    }

    /** How long it is on a day without a clock change. */
    public Duration length() {
        var length = Duration.between(start, end);
        return runsIntoNextDay() ? length.plusDays(1) : length;
    }

    LocalDateTime startOn(LocalDate date) {
        return date.atTime(start);
    }

    LocalDateTime endOn(LocalDate date) {
        return (runsIntoNextDay() ? date.plusDays(1) : date).atTime(end);
    }

    /** As it is written in a charter. */
    @Override
    public String toString() {
        return start + "-" + (end.equals(LocalTime.MIDNIGHT) ? "24:00" : end);
    }
}
