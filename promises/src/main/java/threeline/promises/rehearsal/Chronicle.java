package threeline.promises.rehearsal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import threeline.promises.keeping.Happening;
import threeline.promises.keeping.Standing;

/** Puts what happened to all tickets into one order: by instant, at one instant acts before clocks, then by ticket. */
final class Chronicle {

    private record Entry(Event event, int rank, int ticket) {

        static final Comparator<Entry> ORDER = Comparator.comparing(
                        (Entry entry) -> entry.event().at())
                .thenComparingInt(Entry::rank)
                .thenComparingInt(Entry::ticket);
    }

    private final Events events;

    Chronicle(Events events) {
        this.events = events;
    }

    List<Event> of(Map<String, Standing> standings, List<Event> ofTheDesk) {
        var entries = new ArrayList<Entry>();
        ofTheDesk.forEach(event -> entries.add(new Entry(event, 1, -1)));
        int ticket = 0;
        for (var standing : standings.entrySet()) {
            add(entries, standing.getKey(), standing.getValue().happenings(), ticket++);
        }
        entries.sort(Entry.ORDER);
        return entries.stream().map(Entry::event).toList();
    }

    /** Within one ticket the engine's order stands: what follows from something never goes before it. */
    private void add(List<Entry> entries, String name, List<Happening> happenings, int ticket) {
        var at = Instant.MIN;
        int rank = 0;
        for (var happening : happenings) {
            rank = happening.at().equals(at) ? Math.max(rank, rank(happening)) : rank(happening);
            at = happening.at();
            if (!isOfTheDesk(happening)) {
                entries.add(new Entry(events.of(name, happening), rank, ticket));
            }
        }
    }

    private static boolean isOfTheDesk(Happening happening) {
        return happening instanceof Happening.InForce || happening instanceof Happening.ReleaseMoved;
    }

    private static int rank(Happening happening) {
        return switch (happening) {
            case Happening.InForce _, Happening.ReleaseMoved _ -> 1;
            case Happening.Warned _ -> 2;
            case Happening.Late _ -> 3;
            case Happening.Breached _ -> 4;
            case Happening.Rose _ -> 5;
            case Happening.HandedOver _ -> 7;
            default -> 0;
        };
    }
}
