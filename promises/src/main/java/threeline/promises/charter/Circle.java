package threeline.promises.charter;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import threeline.promises.calendar.Hours;

/** Calendars that are defined by each other. */
final class Circle {

    private Circle() {}

    static boolean runsThrough(String name, Map<String, Hours> hours) {
        var reached = new HashSet<String>();
        reach(new Hours.Named(name), hours, reached, true);
        return reached.contains(name);
    }

    private static void reach(Hours from, Map<String, Hours> hours, Set<String> reached, boolean start) {
        switch (from) {
            case Hours.Always _, Hours.Weekly _ -> {}
            case Hours.Named(var name) -> {
                var meant = hours.get(name);
                if (meant != null && (start || reached.add(name))) {
                    reach(meant, hours, reached, false);
                }
            }
            case Hours.Not(var other) -> reach(other, hours, reached, false);
            case Hours.Any(var all) -> reachAll(all, hours, reached);
            case Hours.All(var all) -> reachAll(all, hours, reached);
            case Hours.WithDay(var other, var _) -> reach(other, hours, reached, false);
        }
    }

    private static void reachAll(List<Hours> all, Map<String, Hours> hours, Set<String> reached) {
        all.forEach(each -> reach(each, hours, reached, false));
    }
}
