package threeline.desk.ticket.web;

import gg.jte.Content;
import java.util.List;
import org.jspecify.annotations.Nullable;
import threeline.desk.people.Agent;
import threeline.desk.people.Requester;
import threeline.desk.people.access.Action;
import threeline.desk.people.access.SignedIn;
import threeline.desk.ticket.Status;
import threeline.desk.ticket.Ticket;

/**
 * A ticket as its page shows it.
 *
 * @param entries the timeline, or what came to it since somebody looked
 * @param leaving replies that have not left
 * @param panels what other modules have to say about it
 */
public record TicketView(
        Ticket ticket,
        String reference,
        Signs signs,
        Requester requester,
        Choices choices,
        Acts acts,
        List<EntryView> entries,
        List<LeavingView> leaving,
        int last,
        List<Content> panels) {

    /** What stands in the ticket's head. */
    public record Signs(
            SeverityView severity,
            TierView tier,
            @Nullable String hold,
            @Nullable String agent,
            @Nullable String continues) {}

    /** What may be chosen for it; {@code skips} are stages that resolving it now would pass by. */
    public record Choices(
            List<SeverityView> severities, List<HoldView> holds, List<Agent> agents, List<String> skips) {}

    public record HoldView(String id, String name, String pauses) {}

    public long number() {
        return ticket.number().value();
    }

    public String subject() {
        return ticket.subject().isBlank() ? "(no subject)" : ticket.subject();
    }

    /** Whether whoever looks may do anything to it; who may not is shown no buttons. */
    public boolean mayWork() {
        return SignedIn.may(Action.WORK_ON_TICKETS);
    }

    public boolean unresolved() {
        return ticket.status().unresolved();
    }

    public boolean held() {
        return ticket.status() == Status.HELD;
    }

    public boolean resolved() {
        return ticket.status() == Status.RESOLVED;
    }

    /** Below the desk's own path. */
    public String path() {
        return "/tickets/" + number();
    }

    public String statusName() {
        return switch (ticket.status()) {
            case OPEN -> "Open";
            case HELD -> signs.hold() == null ? "On hold" : signs.hold();
            case RESOLVED -> "Resolved";
            case CLOSED -> "Closed";
        };
    }

    public String statusIcon() {
        return switch (ticket.status()) {
            case OPEN -> "inbox";
            case HELD -> "pause";
            case RESOLVED -> "check-circle";
            case CLOSED -> "lock";
        };
    }

    public String statusState() {
        return switch (ticket.status()) {
            case OPEN, CLOSED -> "ended";
            case HELD -> "paused";
            case RESOLVED -> "met";
        };
    }

    /** What a reply would keep; null when nothing waits for one. */
    public @Nullable String replyKeeps() {
        var next = ticket.next();
        return next != null
                        && unresolved()
                        && next.promise().metric().endsWith("response")
                        && !next.state().equals("breached")
                ? next.promise().metric().replace('-', ' ')
                : null;
    }
}
