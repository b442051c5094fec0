package threeline.desk.web;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Tells instants and lengths in the words of pages, as seen from a place at a moment. */
public record Moments(ZoneId zone, Instant now) {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.UK);
    private static final DateTimeFormatter LONG_DAY = DateTimeFormatter.ofPattern("EEEE d MMMM", Locale.UK);
    private static final DateTimeFormatter SHORT_DAY = DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("EEE", Locale.ENGLISH);

    /** {@code 16:20} */
    public String clock(Instant at) {
        return CLOCK.format(at.atZone(zone));
    }

    /** Heads a day of a timeline: {@code Today}, {@code Friday 20 November}, {@code Monday 4 May 2025}. */
    public String day(Instant at) {
        var there = at.atZone(zone);
        return isToday(there) ? "Today" : LONG_DAY.format(there) + yearUnlessThis(there);
    }

    /** In a sentence: {@code today}, {@code Wed 25 Nov}. */
    public String date(Instant at) {
        var there = at.atZone(zone);
        return isToday(there) ? "today" : SHORT_DAY.format(there) + yearUnlessThis(there);
    }

    /** Where there is little room: {@code 16:20} today, {@code Wed 10:15} within the week, else {@code Wed 2 Dec}. */
    public String brief(Instant at) {
        var there = at.atZone(zone);
        if (isToday(there)) {
            return clock(at);
        }
        var days = Math.abs(ChronoUnit.DAYS.between(today(), there.toLocalDate()));
        return days < 7 ? weekday(at) + " " + clock(at) : SHORT_DAY.format(there) + yearUnlessThis(there);
    }

    /** {@code Wed} */
    public String weekday(Instant at) {
        return WEEKDAY.format(at.atZone(zone));
    }

    /** {@code Today 08:00}, {@code Wed 08:00}, {@code Wed 2 Dec 08:00}: where a stretch of time begins. */
    public String start(Instant at) {
        var there = at.atZone(zone);
        if (isToday(there)) {
            return "Today " + clock(at);
        }
        var days = Math.abs(ChronoUnit.DAYS.between(today(), there.toLocalDate()));
        return (days < 7 ? weekday(at) : date(at)) + " " + clock(at);
    }

    public LocalDate dateThere(Instant at) {
        return at.atZone(zone).toLocalDate();
    }

    public boolean isToday(Instant at) {
        return isToday(at.atZone(zone));
    }

    /** {@code 1 h 19 m}, {@code 62 h}, {@code 56 m}; in the last five minutes {@code 4 m 12 s}. */
    public static String length(Duration length) {
        var seconds = length.toSeconds();
        if (seconds < 60) {
            return seconds + " s";
        }
        if (seconds < 300) {
            return seconds % 60 == 0 ? seconds / 60 + " m" : "%d m %02d s".formatted(seconds / 60, seconds % 60);
        }
        if (seconds < 3600) {
            return seconds / 60 + " m";
        }
        var minutes = seconds / 60 % 60;
        return minutes == 0 ? seconds / 3600 + " h" : "%d h %02d m".formatted(seconds / 3600, minutes);
    }

    /** Time as it passes, day and night: as {@link #length}, and from two days on {@code 3 d 4 h}. */
    public static String span(Duration span) {
        if (span.toHours() < 48) {
            return length(span);
        }
        return span.toHoursPart() == 0
                ? span.toDays() + " d"
                : "%d d %d h".formatted(span.toDays(), span.toHoursPart());
    }

    /** For a reader who hears it: {@code 1 hour 19 minutes}. */
    public static String spoken(Duration length) {
        var hours = length.toHours();
        var minutes = length.toMinutesPart();
        if (hours == 0) {
            return many(minutes, "minute");
        }
        return minutes == 0 ? many(hours, "hour") : many(hours, "hour") + " " + many(minutes, "minute");
    }

    private static String many(long count, String what) {
        return count == 1 ? "1 " + what : count + " " + what + "s";
    }

    private boolean isToday(ZonedDateTime there) {
        return there.toLocalDate().equals(today());
    }

    private String yearUnlessThis(ZonedDateTime there) {
        return there.getYear() == today().getYear() ? "" : " " + there.getYear();
    }

    private LocalDate today() {
        return now.atZone(zone).toLocalDate();
    }
}
