package threeline.promises.sla;

import java.time.Duration;
import threeline.promises.calendar.Calendar;

/**
 * A figure as a charter writes it: {@code 90m}, {@code 1h30m}, {@code 2d}, {@code 1w}.
 *
 * @param text as written
 * @param weeks how many working weeks, whose length the calendar knows
 * @param days how many working days, likewise
 * @param exact the rest, the same on every calendar
 */
public record Allowance(String text, long weeks, long days, Duration exact) {

    private static final long AT_MOST = 1_000_000;

    /**
     * Reads numbers with the units w, d, h, m and s, the larger first, each at most once.
     *
     * @throws IllegalArgumentException for anything else, with the reason
     */
    public static Allowance parse(String text) {
        long weeks = 0;
        long days = 0;
        var exact = Duration.ZERO;
        var units = "wdhms";
        for (var rest = text; !rest.isEmpty() || text.isEmpty(); ) {
            var digits = digits(rest);
            var unit = digits < rest.length() ? units.indexOf(rest.charAt(digits)) : -1;
            if (digits == 0 || digits > 7 || unit < 0) {
                throw new IllegalArgumentException("not a duration such as 90m, 1h30m, 2d or 1w: " + text);
            }
            var number = Long.parseLong(rest, 0, digits, 10);
            if (number > AT_MOST) {
                throw new IllegalArgumentException("too long: " + text);
            }
            switch (units.charAt(unit)) {
                case 'w' -> weeks = number;
                case 'd' -> days = number;
                case 'h' -> exact = exact.plusHours(number);
                case 'm' -> exact = exact.plusMinutes(number);
                default -> exact = exact.plusSeconds(number);
            }
            units = units.substring(unit + 1);
            rest = rest.substring(digits + 1);
        }
        return new Allowance(text, weeks, days, exact);
    }

    private static int digits(String text) {
        var count = 0;
        while (count < text.length() && text.charAt(count) >= '0' && text.charAt(count) <= '9') {
            count++;
        }
        return count;
    }

    public static Allowance of(Duration exact) {
        return new Allowance(exact.toString(), 0, 0, exact);
    }

    /** Whether its length depends on what a working day is. */
    public boolean countsDays() {
        return weeks > 0 || days > 0;
    }

    public boolean isZero() {
        return !countsDays() && exact.isZero();
    }

    /**
     * How much open time it is on a calendar.
     *
     * @throws IllegalArgumentException where it counts days and the calendar doesn't know how long one is
     */
    public Duration on(Calendar calendar) {
        if (!countsDays()) {
            return exact;
        }
        var day = calendar.day();
        if (day == null) {
            throw new IllegalArgumentException("%s on a calendar that doesn't say how long a day is".formatted(text));
        }
        return day.length().multipliedBy(weeks * day.aWeek() + days).plus(exact);
    }

    @Override
    public String toString() {
        return text;
    }
}
