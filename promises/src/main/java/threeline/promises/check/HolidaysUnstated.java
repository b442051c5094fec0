package threeline.promises.check;

import java.time.DayOfWeek;
import java.util.HashSet;
import threeline.promises.calendar.Hours;
import threeline.promises.source.Code;

/** A target counts on working days, and nobody has said whether public holidays are some. */
final class HolidaysUnstated implements Rule {

    @Override
    public void look(Look look) {
        var told = new HashSet<String>();
        for (var promised : Promised.in(look.charter())) {
            var name = promised.calendar();
            if (name != null && isSilent(look, name) && told.add(name)) {
                look.findings()
                        .warning(
                                Code.VALUE_MISSING,
                                look.place("calendars", name),
                                "nobody has stated whether \"%s\" is open on public holidays, and %s counts on it"
                                        .formatted(name, promised.said()),
                                "on a holiday the clock runs, and requesters may think that it doesn't",
                                "add holidays: with a country (GB-ENG, US-MA), or closed: [] where none is kept");
            }
        }
    }

    private static boolean isSilent(Look look, String name) {
        return look.charter().calendars().hours(name) instanceof Hours.Weekly weekly
                && weekly.exceptions().holidays() == null
                && weekly.week().size() < DayOfWeek.values().length
                && !look.charter().places().has("calendars", name, "closed");
    }
}
