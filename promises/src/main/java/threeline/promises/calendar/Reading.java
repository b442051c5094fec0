package threeline.promises.calendar;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns what a charter says of hours into calendars, following names. */
record Reading(ZoneId zone, @Nullable Region holidays, Map<String, Hours> hours, Map<String, Boolean> underWay) {

    Calendar of(Hours wanted) {
        return switch (wanted) {
            case Hours.Always _ -> Calendar.ALWAYS;
            case Hours.Named(var name) -> named(name);
            case Hours.Weekly weekly -> weekly(weekly);
            case Hours.Not(var other) -> new Calendar(new Opening.Not(of(other).opening()), null);
            case Hours.Any(var all) -> new Calendar(new Opening.Any(openings(all)), null);
            case Hours.All(var all) -> new Calendar(new Opening.All(openings(all)), null);
            case Hours.WithDay(var other, var day) -> of(other).withDay(day);
        };
    }

    private Calendar named(String name) {
        var meant = hours.get(name);
        if (meant == null) {
            throw new IllegalArgumentException("no calendar is named " + name);
        }
        if (underWay.put(name, true) != null) {
            throw new IllegalArgumentException("the calendar %s is defined by itself".formatted(name));
        }
        var calendar = of(meant);
        underWay.remove(name);
        return calendar;
    }

    private Calendar weekly(Hours.Weekly weekly) {
        var exceptions = weekly.exceptions();
        if (holidays != null && exceptions.holidays() != null) {
            exceptions = new Hours.Exceptions(holidays, exceptions.closed(), exceptions.open());
        }
        var inZone = weekly.zone() == null ? zone : weekly.zone();
        return new Calendar(new WeeklyOpening(inZone, weekly.week(), exceptions), WorkingDay.of(weekly.week()));
    }

    private List<Opening> openings(List<Hours> all) {
        return all.stream().map(it -> of(it).opening()).toList();
    }
}
