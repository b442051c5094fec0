package threeline.promises.calendar;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The naive model of calendars: one bit for each minute of some weeks, set as the charter's words say, counted by counting. */
final class MinuteByMinute {

    private static final Set<String> ENGLAND =
            Set.of("2026-04-03", "2026-04-06", "2026-12-25", "2026-12-28", "2027-01-01");

    private final Instant from;
    private final int minutes;
    private final BitSet open;

    private MinuteByMinute(Instant from, int minutes, BitSet open) {
        this.from = from;
        this.minutes = minutes;
        this.open = open;
    }

    static MinuteByMinute of(Hours hours, Instant from, int minutes) {
        return new MinuteByMinute(from, minutes, bits(hours, from, minutes));
    }

    private static BitSet bits(Hours hours, Instant from, int minutes) {
        var bits = new BitSet(minutes);
        switch (hours) {
            case Hours.Always _ -> bits.set(0, minutes);
            case Hours.Weekly weekly -> set(bits, weekly, from, minutes);
            case Hours.Not(var other) -> {
                bits.or(bits(other, from, minutes));
                bits.flip(0, minutes);
            }
            case Hours.Any(var all) -> all.forEach(it -> bits.or(bits(it, from, minutes)));
            case Hours.All(var all) -> {
                bits.set(0, minutes);
                all.forEach(it -> bits.and(bits(it, from, minutes)));
            }
            case Hours.WithDay it -> bits.or(bits(it.hours(), from, minutes));
            case Hours.Named named -> throw new IllegalArgumentException(named.name());
        }
        return bits;
    }

    private static void set(BitSet bits, Hours.Weekly weekly, Instant from, int minutes) {
        var zone = Objects.requireNonNull(weekly.zone());
        var last = LocalDate.ofInstant(from.plus(Duration.ofMinutes(minutes)), zone)
                .plusDays(1);
        for (var date = LocalDate.ofInstant(from, zone).minusDays(2); date.isBefore(last); date = date.plusDays(1)) {
            for (var window : windows(weekly, date)) {
                var end = window.end().isAfter(window.start()) ? date : date.plusDays(1);
                var first = minute(from, firstWith(date.atTime(window.start()), zone));
                var until = minute(from, firstWith(end.atTime(window.end()), zone));
                for (var i = Math.max(0, first); i < Math.min(minutes, until); i++) {
                    bits.set(i);
                }
            }
        }
    }

    private static List<Window> windows(Hours.Weekly weekly, LocalDate date) {
        var said = weekly.exceptions();
        if (said.open().containsKey(date)) {
            return said.open().get(date);
        }
        var isHoliday = said.holidays() != null && ENGLAND.contains(date.toString());
        return isHoliday || said.closed().contains(date)
                ? List.of()
                : weekly.week().getOrDefault(DayOfWeek.of(date.getDayOfWeek().getValue()), List.of());
    }

    /** The first minute whose local time has come that far: what a clock change skips is the jump, what it doubles the first. */
    private static Instant firstWith(LocalDateTime local, ZoneId zone) {
        var instant = local.minusHours(15).toInstant(ZoneOffset.UTC);
        while (LocalDateTime.ofInstant(instant, zone).isBefore(local)) {
            instant = instant.plusSeconds(
                    LocalDateTime.ofInstant(instant, zone).isBefore(local.minusHours(3)) ? 3600 : 60);
        }
        return instant;
    }

    private static int minute(Instant from, Instant instant) {
        return Math.toIntExact(Math.floorDiv(Duration.between(from, instant).toSeconds(), 60));
    }

    boolean isOpen(Instant instant) {
        return open.get(minute(from, instant));
    }

    /** Seconds, counted one by one. */
    long openSeconds(Instant start, Instant end) {
        var count = 0L;
        for (var it = start; it.isBefore(end); it = it.plusSeconds(1)) {
            if (isOpen(it)) {
                count++;
            }
        }
        return count;
    }

    long openMinutes(Instant start, Instant end) {
        return open.get(minute(from, start), minute(from, end)).cardinality();
    }

    /** The first whole minute by which so many are open; null within these weeks for too many. */
    @Nullable
    Instant dueAt(Instant start, long openMinutes) {
        var left = openMinutes;
        for (var i = minute(from, start); i <= minutes; i++) {
            if (left == 0) {
                return from.plusSeconds(60L * i);
            }
            if (open.get(i)) {
                left--;
            }
        }
        return null;
    }
}
