package threeline.desk.notification;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import threeline.desk.people.AgentId;
import threeline.desk.ticket.Author;
import threeline.desk.ticket.Entry;
import threeline.desk.ticket.Ticket;
import threeline.desk.ticket.TicketEvent;

/** A notice with what it is about. */
record Happened(Notice notice, Entry entry, Ticket ticket) {

    /** Who did it; nobody is told of what they did themselves. */
    boolean isBy(AgentId agent) {
        return entry.author() instanceof Author.OfAgent(var id) && id.equals(agent);
    }

    /** The agent that it concerns: whom it names, or who had the ticket. */
    Optional<AgentId> agent() {
        return Optional.ofNullable(
                switch (entry.event()) {
                    case TicketEvent.Assigned(var to) -> to;
                    case TicketEvent.Reminded(var agent) -> agent;
                    default -> notice.whose().agent();
                });
    }

    @Nullable
    String group() {
        return notice.whose().group();
    }

    /** Whether the requester may know of it: nothing of the desk's own, no aims, nothing that they were told in person. */
    boolean isForRequester() {
        return notice.what().isForRequesters()
                && switch (entry.event()) {
                    case TicketEvent.Opened opened -> !opened.live();
                    case TicketEvent.Resolved(var as) -> as == null;
                    case TicketEvent.DueMoved(var promise, var _, var _) ->
                        !promise.aim() && Phrases.IS_TOLD.contains(promise.metric());
                    default -> true;
                }
                && !(entry.author() instanceof Author.OfRequester(var id)
                        && id.equals(ticket.requester())
                        && notice.what() != Matter.OPENED);
    }
}
