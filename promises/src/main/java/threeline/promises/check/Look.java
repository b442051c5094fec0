package threeline.promises.check;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import threeline.promises.calendar.Calendar;
import threeline.promises.calendar.Hours;
import threeline.promises.calendar.Interval;
import threeline.promises.charter.Charter;
import threeline.promises.source.Findings;
import threeline.promises.source.Place;
import threeline.promises.tier.Group;

/** A charter under examination, and the two years that are looked at. */
record Look(Charter charter, LocalDate on, Findings findings) {

    private static final Duration BEFORE = Duration.ofDays(14);

    Look(Charter charter, LocalDate on) {
        this(charter, on, new Findings(charter.places().file()));
    }

    ZoneId zone() {
        return charter.zone();
    }

    Instant from() {
        return on.atStartOfDay(zone()).toInstant();
    }

    Instant until() {
        return on.plusYears(2).atStartOfDay(zone()).toInstant();
    }

    Place place(String... path) {
        return charter.places().of(path);
    }

    /** The calendar, unless it leans on one that nobody declared: that is told already. */
    Optional<Calendar> calendar(Hours hours) {
        try {
            return Optional.of(charter.calendars().get(hours));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    Optional<Calendar> calendar(String name) {
        return calendar(new Hours.Named(name));
    }

    static Hours cover(@Nullable String calendar) {
        return calendar == null ? new Hours.Always() : new Hours.Named(calendar);
    }

    /** The hours at which one of these groups is on watch. */
    Optional<Hours> watch(Predicate<Group> which) {
        var covers = charter.groups().stream()
                .filter(which)
                .map(group -> cover(group.covers()))
                .toList();
        return covers.isEmpty() ? Optional.empty() : Optional.of(new Hours.Any(covers));
    }

    /** The stretches of the two years in which the first hours are open and the second not. */
    List<Interval> missing(Hours wanted, Optional<Hours> had) {
        var hours = had.<Hours>map(it -> new Hours.All(List.of(wanted, new Hours.Not(it))))
                .orElse(wanted);
        return calendar(hours).map(this::openings).orElse(List.of());
    }

    /** Whole openings that touch the two years: one that began before is told from its beginning. */
    List<Interval> openings(Calendar calendar) {
        var openings = new ArrayList<Interval>();
        var opens = calendar.opensAt(from().minus(BEFORE));
        while (opens != null && opens.isBefore(until())) {
            var closes = calendar.closesAt(opens);
            var end = closes == null ? until() : closes;
            if (end.isAfter(from())) {
                openings.add(new Interval(opens, end));
            }
            opens = closes == null ? null : calendar.opensAt(end);
        }
        return openings;
    }

    /** Whether these hours are never closed. */
    boolean isRoundTheClock(Hours hours) {
        return calendar(hours).isPresent()
                && missing(new Hours.Always(), Optional.of(hours)).isEmpty();
    }
}
