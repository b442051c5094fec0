package threeline.desk.ticket;

import java.time.Instant;
import threeline.desk.web.Problem;
import threeline.desk.web.ProblemException;

/** What can and can't happen to a ticket as it stands. What becomes of it by that, the judgement says. */
final class Course {

    private Course() {}

    /** The ticket after the event, not yet judged; refused as a conflict where it can't happen now. */
    static Ticket after(Ticket it, TicketEvent event, Instant at) {
        return switch (event) {
            case TicketEvent.Opened _ -> throw new IllegalArgumentException("a ticket is opened once");
            case TicketEvent.Contacted _ -> it.changed(at);
            case TicketEvent.Echoed _ -> it.changed(at);
            case TicketEvent.Act act -> after(it, act, at);
            case TicketEvent.ByItself _ -> it; // the judgement that found it says what became of the ticket
        };
    }

    private static Ticket after(Ticket it, TicketEvent.Act act, Instant at) {
        check(it, act);
        return switch (act) {
            case TicketEvent.Assigned(var to) -> it.of(to).changed(at);
            case TicketEvent.Advanced(var stage) -> it.in(stage).changed(at);
            case TicketEvent.Skipped(var stage, var because) -> it.in(stage).changed(at);
            default -> it.changed(at);
        };
    }

    private static void check(Ticket it, TicketEvent.Act act) {
        switch (act) {
            case TicketEvent.Replied _ -> {}
            case TicketEvent.Noted _ -> {}
            case TicketEvent.Called _ -> {}
            case TicketEvent.Logged _ -> {}
            case TicketEvent.Held _ -> unresolved(it, "put on hold");
            case TicketEvent.Resumed _ -> onHold(it);
            case TicketEvent.SeverityChanged _ -> unresolved(it, "given another severity");
            case TicketEvent.Assigned _ -> unresolved(it, "assigned");
            case TicketEvent.Routed _ -> unresolved(it, "given to a group");
            case TicketEvent.Accepted _ -> unresolved(it, "accepted");
            case TicketEvent.Escalated _ -> unresolved(it, "escalated");
            case TicketEvent.Returned _ -> unresolved(it, "returned");
            case TicketEvent.Consulted _ -> unresolved(it, "asked another tier about");
            case TicketEvent.Extended _ -> unresolved(it, "kept here longer");
            case TicketEvent.Did _ -> unresolved(it, "given a further act");
            case TicketEvent.Advanced _ -> notClosed(it, "taken to another stage");
            case TicketEvent.Skipped _ -> notClosed(it, "taken past a stage");
            case TicketEvent.VendorAsked _ -> unresolved(it, "brought to a vendor");
            case TicketEvent.VendorReferred _ -> {}
            case TicketEvent.VendorReplied _ -> {}
            case TicketEvent.ReminderSet _ -> {}
            case TicketEvent.Merged _ -> notClosed(it, "merged");
            case TicketEvent.Joined _ -> notClosed(it, "merged into");
            case TicketEvent.Resolved _ -> unresolved(it, "resolved again");
            case TicketEvent.Reopened _ -> wasResolved(it);
            case TicketEvent.Closed _ -> wasResolved(it);
        }
    }

    private static void unresolved(Ticket it, String wish) {
        if (!it.status().unresolved()) {
            throw refused("The ticket is %s, so it can't be %s. Reopen it first."
                    .formatted(it.status().word(), wish));
        }
    }

    private static void notClosed(Ticket it, String wish) {
        if (it.status() == Status.CLOSED) {
            throw refused("The ticket is closed, so it can't be %s.".formatted(wish));
        }
    }

    private static void onHold(Ticket it) {
        if (it.status() != Status.HELD) {
            throw refused("The ticket is not on hold, so there is nothing to resume.");
        }
    }

    private static void wasResolved(Ticket it) {
        if (it.status() != Status.RESOLVED) {
            throw refused("The ticket is %s; only a resolved one can be reopened or closed."
                    .formatted(it.status().word()));
        }
    }

    private static ProblemException refused(String why) {
        return new ProblemException(new Problem.Conflict(why));
    }
}
