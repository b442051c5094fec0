package threeline.promises.rehearsal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;
import threeline.promises.keeping.Act;
import threeline.promises.keeping.Happening;
import threeline.promises.keeping.Turn;

/**
 * Puts what happened to all tickets into one order. At one instant: acts as they were played, those of the whole desk after
 * the others; then what happens by itself, by what brings it about, then by ticket. What follows from something in one
 * ticket never goes before it.
 */
final class Chronicle {

    private static final int WHOLE_DESK = -1;

    /** What comes together at one instant to one ticket, and where it stands among the rest of that instant. */
    private record Entry(Instant at, Phase phase, int order, int ticket, List<Event> events) {

        static final Comparator<Entry> ORDER = Comparator.comparing(Entry::at)
                .thenComparing(Entry::phase)
                .thenComparingInt(Entry::order)
                .thenComparingInt(Entry::ticket);
    }

    private enum Phase {
        ACTS,
        ACTS_OF_THE_DESK,
        BY_ITSELF
    }

    /** The entries of one ticket that are still to be told. */
    private record Line(Entry first, Iterator<Entry> rest) {

        static @Nullable Line of(Iterator<Entry> entries) {
            return entries.hasNext() ? new Line(entries.next(), entries) : null;
        }
    }

    private final Events events;
    private final Map<Act, Integer> played = new IdentityHashMap<>();
    private final List<Entry> ofTheDesk = new ArrayList<>();
    private int number;

    Chronicle(Events events) {
        this.events = events;
    }

    /** The next act, perhaps of many tickets. */
    void played(Act act) {
        played.put(act, ++number);
    }

    /** Something that was done to the whole desk. */
    void told(Event event) {
        ofTheDesk.add(new Entry(event.at(), Phase.ACTS_OF_THE_DESK, ++number, WHOLE_DESK, List.of(event)));
    }

    /** Somebody was not let in. */
    void refused(Event event) {
        ofTheDesk.add(new Entry(event.at(), Phase.ACTS, ++number, WHOLE_DESK, List.of(event)));
    }

    /** All events in order, given what happened to each ticket by itself. */
    List<Event> of(Map<String, List<Turn>> turns) {
        var lines = new PriorityQueue<Line>(Comparator.comparing(Line::first, Entry.ORDER));
        ofTheDesk.sort(Entry.ORDER);
        add(lines, Line.of(ofTheDesk.iterator()));
        var ticket = 0;
        for (var each : turns.entrySet()) {
            add(lines, Line.of(entries(each.getKey(), each.getValue(), ticket++)));
        }
        var all = new ArrayList<Event>();
        for (var next = lines.poll(); next != null; next = lines.poll()) {
            all.addAll(next.first().events());
            add(lines, Line.of(next.rest()));
        }
        return all;
    }

    private static void add(PriorityQueue<Line> lines, @Nullable Line line) {
        if (line != null) {
            lines.add(line);
        }
    }

    private Iterator<Entry> entries(String name, List<Turn> turns, int ticket) {
        return turns.stream().map(turn -> entry(name, turn, ticket)).iterator();
    }

    private Entry entry(String name, Turn turn, int ticket) {
        var told = turn.happenings().stream()
                .filter(it -> !isOfTheDesk(it))
                .map(it -> events.of(name, it))
                .toList();
        var act = turn.act();
        var phase =
                act == null ? Phase.BY_ITSELF : act instanceof Act.ReleaseMoved ? Phase.ACTS_OF_THE_DESK : Phase.ACTS;
        var order = act == null ? turn.cause().ordinal() : played.getOrDefault(act, 0);
        return new Entry(turn.at(), phase, order, ticket, told);
    }

    private static boolean isOfTheDesk(Happening happening) {
        return happening instanceof Happening.InForce || happening instanceof Happening.ReleaseMoved;
    }
}
