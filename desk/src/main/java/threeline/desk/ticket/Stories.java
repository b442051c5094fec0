package threeline.desk.ticket;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import threeline.desk.web.Problem;
import threeline.desk.web.ProblemException;

/** Reads stories to be continued, and keeps what was added to them. */
@Component
class Stories {

    private final Tickets tickets;
    private final Entries entries;
    private final Attachments attachments;

    Stories(Tickets tickets, Entries entries, Attachments attachments) {
        this.tickets = tickets;
        this.entries = entries;
        this.attachments = attachments;
    }

    /** The story of a ticket, for this transaction alone to continue. */
    Story lock(TicketNumber number) {
        var ticket = tickets.lock(number)
                .orElseThrow(() -> new ProblemException(new Problem.NotFound("There is no ticket " + number + ".")));
        return Story.of(ticket, entries.acts(List.of(number)).getOrDefault(number.value(), List.of()));
    }

    /** Stories in which something is due to happen, for this transaction alone. */
    List<Story> takeDue(Instant now, int limit) {
        var due = tickets.takeDue(now, limit);
        var told = entries.acts(due.stream().map(Ticket::number).toList());
        return due.stream()
                .map(ticket ->
                        Story.of(ticket, told.getOrDefault(ticket.number().value(), List.of())))
                .toList();
    }

    /** Looks at a ticket at that instant again, and not before, whatever is due. */
    void wakeAt(TicketNumber number, Instant at) {
        tickets.wakeAt(number, at);
    }

    /** How many open tickets a tier has, counted up to so many. */
    int waitingOn(String tier, int most) {
        return tickets.waitingOn(tier, most);
    }

    Story begin(Story story, List<NewAttachment> files) {
        var numbered = story.numbered(tickets.add(story.ticket()));
        append(numbered, files);
        return numbered;
    }

    void keep(Story story, List<NewAttachment> files) {
        tickets.save(story);
        append(story, files);
    }

    /** Keeps many at once, in two round trips. */
    void keep(List<Story> stories) {
        tickets.save(stories);
        entries.append(stories);
    }

    private void append(Story story, List<NewAttachment> files) {
        entries.append(List.of(story));
        if (!files.isEmpty()) {
            attachments.add(story.ticket().number(), story.fresh().getFirst().number(), files);
        }
    }
}
