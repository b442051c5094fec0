package threeline.desk.watch.web;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Set;
import org.springframework.stereotype.Component;
import threeline.desk.ticket.Holdings;
import threeline.desk.ticket.Holdings.Wanted;
import threeline.desk.ticket.NextDue;
import threeline.desk.ticket.Ticket;
import threeline.desk.ticket.TicketTable;
import threeline.desk.watch.Reigns;
import threeline.desk.watch.Seam;
import threeline.desk.watch.Seam.Crossing;
import threeline.desk.watch.web.WatchView.CrossingView;
import threeline.desk.watch.web.WatchView.Rest;
import threeline.desk.web.Frame;
import threeline.desk.web.Moments;
import threeline.promises.charter.Charter;
import threeline.promises.tier.Group;

/** What groups hold, in the words and tables of the page. */
@Component
class Held {

    private static final int MOST = 1000;
    private static final int SHOWN = 50;

    private final Holdings holdings;
    private final TicketTable table;

    Held(Holdings holdings, TicketTable table) {
        this.holdings = holdings;
        this.table = table;
    }

    String open(Group group) {
        return text(holdings.count(Wanted.of(group.id()), MOST));
    }

    String unaccepted(Group group) {
        return text(holdings.unaccepted(group.id(), MOST));
    }

    /** What will pass on at a seam as things stand: how many, and the first of them. */
    CrossingView crossing(Seam seam, Reigns reigns, Moments moments, Frame frame) {
        var count = 0;
        var first = new ArrayList<Ticket>();
        var rests = new ArrayList<Rest>();
        var crossings = seam.crossings(reigns);
        var charter = reigns.at(seam.at());
        for (var giver : crossings.keySet()) {
            var wanted = wanted(giver, crossings.get(giver), charter);
            count += holdings.count(wanted, MOST);
            first.addAll(holdings.breaksFirst(wanted, null, SHOWN));
            rests.add(new Rest("All of " + name(giver, reigns), "/queue/group/" + giver));
        }
        var shown = first.stream()
                .sorted(Comparator.comparing((Ticket it) -> NextDue.breaksAt(it.next())))
                .limit(SHOWN)
                .toList();
        var title = "Will cross " + (moments.isToday(seam.at()) ? "at " : "") + moments.brief(seam.at()) + " to "
                + receivers(crossings.values(), reigns);
        return new CrossingView(
                "crossing-" + seam.tier(),
                title,
                text(count),
                shown(count, shown.size()),
                table.show(shown, title, frame),
                rests);
    }

    private static String shown(int count, int shown) {
        return count > shown
                ? "the first %d of %s, what breaks next on top".formatted(shown, text(count))
                : text(count) + " as things stand";
    }

    private static String name(String group, Reigns reigns) {
        return reigns.group(group).map(Group::name).orElse(group);
    }

    private static String receivers(java.util.Collection<Crossing> crossings, Reigns reigns) {
        return crossings.stream()
                .flatMap(it -> it.receivers().stream())
                .distinct()
                .map(it -> name(it, reigns))
                .collect(joining(" or "));
    }

    /** Where all severities cross, so does one that an earlier charter had. */
    private static Wanted wanted(String giver, Crossing crossing, Charter charter) {
        var all = crossing.severities().size() == charter.severities().all().size();
        return new Wanted(Set.of(giver), Set.of(), all ? Set.of() : crossing.severities());
    }

    private static String text(int count) {
        return count >= MOST ? MOST - 1 + "+" : Integer.toString(count);
    }
}
