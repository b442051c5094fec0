package threeline.desk.ticket;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import threeline.desk.people.AgentId;
import threeline.desk.web.Problem;
import threeline.desk.web.ProblemException;

/** What a ticket becomes by what happens to it, and what can't happen to it as it stands. */
final class Course {

    private Course() {}

    /** The ticket after the event; refused as a conflict where it can't happen now. */
    static Ticket after(Ticket it, TicketEvent event, Instant at) {
        return switch (event) {
            case TicketEvent.Opened _ -> throw new IllegalArgumentException("a ticket is opened once");
            case TicketEvent.Contacted _ -> it.status() == Status.RESOLVED ? reopened(it, at) : changed(it, at);
            case TicketEvent.Replied _ -> changed(it, at);
            case TicketEvent.Noted _ -> changed(it, at);
            case TicketEvent.Echoed _ -> changed(it, at);
            case TicketEvent.Held(var hold) -> held(unresolved(it, "put on hold"), hold, at);
            case TicketEvent.Resumed _ -> held(onHold(it), null, at);
            case TicketEvent.SeverityChanged change ->
                ofSeverity(unresolved(it, "given another severity"), change.to(), at);
            case TicketEvent.Assigned(var to) -> ofAgent(unresolved(it, "assigned"), to, at);
            case TicketEvent.Resolved _ -> resolved(unresolved(it, "resolved again"), at);
            case TicketEvent.Reopened _ -> reopened(wasResolved(it), at);
            case TicketEvent.Closed _ -> closed(wasResolved(it), at);
            case TicketEvent.ByItself _ -> it; // the judgement that found it says what became of the ticket
        };
    }

    private static Ticket unresolved(Ticket it, String wish) {
        return it.status().unresolved()
                ? it
                : refuse("The ticket is %s, so it can't be %s. Reopen it first."
                        .formatted(it.status().word(), wish));
    }

    private static Ticket onHold(Ticket it) {
        return it.status() == Status.HELD ? it : refuse("The ticket is not on hold, so there is nothing to resume.");
    }

    private static Ticket wasResolved(Ticket it) {
        return it.status() == Status.RESOLVED
                ? it
                : refuse("The ticket is %s; only a resolved one can be reopened or closed."
                        .formatted(it.status().word()));
    }

    private static Ticket refuse(String why) {
        throw new ProblemException(new Problem.Conflict(why));
    }

    private static Ticket changed(Ticket it, Instant at) {
        return with(it, it.status(), it.hold(), it.severity(), it.agent(), at);
    }

    private static Ticket held(Ticket it, @Nullable String hold, Instant at) {
        return with(it, hold == null ? Status.OPEN : Status.HELD, hold, it.severity(), it.agent(), at);
    }

    private static Ticket ofSeverity(Ticket it, String severity, Instant at) {
        return with(it, it.status(), it.hold(), severity, it.agent(), at);
    }

    private static Ticket ofAgent(Ticket it, @Nullable AgentId agent, Instant at) {
        return with(it, it.status(), it.hold(), it.severity(), agent, at);
    }

    private static Ticket resolved(Ticket it, Instant at) {
        return with(it, Status.RESOLVED, null, it.severity(), it.agent(), at).resolvedAt(at);
    }

    private static Ticket reopened(Ticket it, Instant at) {
        return with(it, Status.OPEN, null, it.severity(), it.agent(), at).resolvedAt(null);
    }

    private static Ticket closed(Ticket it, Instant at) {
        return with(it, Status.CLOSED, null, it.severity(), it.agent(), at);
    }

    private static Ticket with(
            Ticket it, Status status, @Nullable String hold, String severity, @Nullable AgentId agent, Instant at) {
        return new Ticket(
                it.number(),
                it.subject(),
                it.requester(),
                severity,
                it.channel(),
                status,
                hold,
                it.tier(),
                it.group(),
                agent,
                it.openedAt(),
                at,
                it.resolvedAt(),
                it.continues(),
                it.entries(),
                it.next(),
                it.wakeAt());
    }
}
