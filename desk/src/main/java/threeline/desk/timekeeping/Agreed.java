package threeline.desk.timekeeping;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import threeline.desk.contract.Contracts;
import threeline.desk.contract.ReleaseMove;
import threeline.desk.ticket.Entry;
import threeline.desk.ticket.TicketEvent;
import threeline.promises.keeping.Act;
import threeline.promises.keeping.Terms;

/**
 * What was agreed with the organization of a ticket's requester: when it was opened, and what changed since.
 *
 * @param changed in order of their instants
 */
record Agreed(Terms terms, List<Act> changed) {

    private static final Agreed NOTHING = new Agreed(Terms.none(), List.of());

    static Agreed of(List<Entry> timeline, Contracts contracts) {
        var entry = timeline.getFirst();
        if (!(entry.event() instanceof TicketEvent.Opened opened) || opened.organization() == null) {
            return NOTHING;
        }
        var terms = Terms.none();
        var changed = new ArrayList<Act>();
        for (var contract : contracts.of(opened.organization())) {
            if (contract.since().isAfter(entry.at())) {
                changed.add(new Act.TermsChanged(contract.since(), contract.terms()));
            } else {
                terms = contract.terms();
            }
        }
        return new Agreed(terms, changed);
    }

    /**
     * These acts with the changes among them, and the moves of releases, which stand in the history of every ticket; in
     * order of their instants, a change before acts at its instant.
     */
    List<Act> among(List<Act> acts, List<ReleaseMove> moves) {
        if (changed.isEmpty() && moves.isEmpty()) {
            return acts;
        }
        var all = new ArrayList<>(changed);
        moves.forEach(it -> all.add(new Act.ReleaseMoved(it.at(), it.from(), it.to())));
        all.addAll(acts);
        all.sort(Comparator.comparing(Act::at));
        return all;
    }
}
