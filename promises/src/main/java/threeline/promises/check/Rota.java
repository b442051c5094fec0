package threeline.promises.check;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import threeline.promises.charter.Charter;
import threeline.promises.tier.Group;
import threeline.promises.tier.Tier;
import threeline.promises.tier.Watch;

/** The watch of a tier drawn day by day: a line for each day, half an hour a letter, and its seams in words. */
public final class Rota {

    private static final int HALF_HOURS = 48;
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    private final Charter charter;
    private final Tier tier;
    private final List<Group> groups;
    private final Watch watch;

    private Rota(Charter charter, Tier tier) {
        this.charter = charter;
        this.tier = tier;
        this.groups = charter.ladder().on(tier.id());
        this.watch = charter.watch();
    }

    /** The lines to print, the last day included. */
    public static List<String> of(Charter charter, Tier tier, LocalDate from, LocalDate to) {
        var rota = new Rota(charter, tier);
        var lines = new ArrayList<String>();
        rota.legend(lines);
        lines.add("                0     3     6     9     12    15    18    21    24");
        for (var day = from; !day.isAfter(to); day = day.plusDays(1)) {
            lines.add(rota.line(day));
        }
        return lines;
    }

    private void legend(List<String> lines) {
        for (int i = 0; i < groups.size(); i++) {
            var group = groups.get(i);
            var covers = group.covers() == null ? "always" : group.covers();
            lines.add("  %s = %s (%s)".formatted(letter(i), group.name(), covers));
        }
        lines.add(groups.isEmpty() ? "  nobody works on this tier" : "  · = nobody");
    }

    private String line(LocalDate day) {
        var drawn = new StringBuilder();
        for (int i = 0; i < HALF_HOURS; i++) {
            drawn.append(letterAt(day.atTime(LocalTime.MIN.plusMinutes(30L * i))
                    .atZone(charter.zone())
                    .toInstant()));
        }
        var name = day.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
        return "  %s %s  %s  %s".formatted(name, day, drawn, seams(day)).stripTrailing();
    }

    private String letterAt(Instant at) {
        for (int i = 0; i < groups.size(); i++) {
            if (watch.isOn(groups.get(i), at)) {
                return letter(i);
            }
        }
        return "·";
    }

    private String seams(LocalDate day) {
        var start = day.atStartOfDay(charter.zone()).toInstant();
        var end = day.plusDays(1).atStartOfDay(charter.zone()).toInstant();
        var seams = new ArrayList<String>();
        var at = watch.seamAfter(tier.id(), start);
        while (at != null && at.isBefore(end)) {
            seams.add("%s %s".formatted(at.atZone(charter.zone()).toLocalTime(), letterAt(at)));
            at = watch.seamAfter(tier.id(), at);
        }
        return String.join(", ", seams);
    }

    private static String letter(int number) {
        return LETTERS.substring(number % LETTERS.length(), number % LETTERS.length() + 1);
    }
}
