package threeline.desk.ticket;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A ticket, what has happened to it, and what has just been added but not yet kept.
 *
 * @param kept the ticket as the table has it
 * @param ticket the ticket as it is now
 * @param told the timeline as it is kept, in the order of writing
 * @param fresh entries that come after it, not yet kept
 */
record Story(Ticket kept, Ticket ticket, List<Entry> told, List<Entry> fresh) {

    /** A story that begins with its ticket; nothing of it is kept yet. */
    static Story begin(Ticket ticket, NewEntry opening) {
        return new Story(ticket, ticket, List.of(), List.of(opening.at(ticket.openedAt(), 1)));
    }

    static Story of(Ticket ticket, List<Entry> told) {
        return new Story(ticket, ticket, told, List.of());
    }

    /** The story with something more; refused as a conflict where it can't happen now. */
    Story with(NewEntry more, Instant at) {
        return new Story(kept, Course.after(ticket, more.event(), at), told, plus(fresh, more.at(at, size() + 1)));
    }

    /** The story with all that has become of its promises up to now, each found once. */
    Story judged(PromiseKeeper keeper, Instant now) {
        var judgement = keeper.judge(timeline(), now);
        var known = new HashSet<PromiseKeeper.Dated>();
        for (var entry : told) {
            if (entry.event() instanceof TicketEvent.ByItself event) {
                known.add(new PromiseKeeper.Dated(entry.at(), event));
            }
        }
        var found = new ArrayList<>(fresh);
        for (var happened : judgement.happened()) {
            if (known.add(happened)) {
                found.add(NewEntry.found(happened.event()).at(happened.at(), told.size() + found.size() + 1));
            }
        }
        return new Story(kept, ticket.judged(told.size() + found.size(), judgement), told, found);
    }

    Story wakingAt(Instant later) {
        return new Story(kept, ticket.wakingAt(later), told, fresh);
    }

    /** The same story of a ticket that has got its number. */
    Story numbered(TicketNumber number) {
        return new Story(kept, ticket.numbered(number), told, fresh);
    }

    /** The ticket that this one goes on as; null where it goes on as itself. */
    @Nullable
    TicketNumber mergedInto() {
        return told.reversed().stream()
                .filter(entry -> entry.event() instanceof TicketEvent.Merged)
                .map(entry -> ((TicketEvent.Merged) entry.event()).into())
                .findFirst()
                .orElse(null);
    }

    /**
     * An instant for something that is done now: after the last act, whatever a node's clock says. Were two acts to share
     * one, what was judged between them might be told otherwise by both together.
     */
    Instant next(Instant now) {
        return now.isAfter(ticket.changedAt()) ? now : ticket.changedAt().plus(1, ChronoUnit.MICROS);
    }

    /** An instant at which to look at it: never before the last act. */
    Instant lookedAt(Instant at) {
        return at.isBefore(ticket.changedAt()) ? ticket.changedAt() : at;
    }

    /** An instant to look at it, before which all is done: acts at the very instant of looking come first. */
    Instant seenFrom(Instant now) {
        return lookedAt(now.minus(1, ChronoUnit.MICROS));
    }

    private List<Entry> timeline() {
        return fresh.isEmpty() ? told : concat();
    }

    private List<Entry> concat() {
        var all = new ArrayList<Entry>(size());
        all.addAll(told);
        all.addAll(fresh);
        return all;
    }

    private int size() {
        return told.size() + fresh.size();
    }

    private static List<Entry> plus(List<Entry> entries, Entry more) {
        var all = new ArrayList<>(entries);
        all.add(more);
        return all;
    }
}
