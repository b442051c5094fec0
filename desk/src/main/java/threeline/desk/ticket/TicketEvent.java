package threeline.desk.ticket;

import org.jspecify.annotations.Nullable;
import threeline.desk.people.AgentId;

/** What can happen to a ticket; with its instant, author and words it is an {@link Entry} of the timeline. */
public sealed interface TicketEvent {

    /** The requester asked for help; {@code live} while an agent spoke with them. */
    record Opened(String severity, String channel, boolean live) implements TicketEvent {}

    /** The requester got in touch again. */
    record Contacted(String channel) implements TicketEvent {}

    /** A person of the desk answered, for the requester to read. */
    record Replied() implements TicketEvent {}

    /** A person of the desk wrote something that only the desk may read. */
    record Noted() implements TicketEvent {}

    /** Something automatic came in about this ticket: an out-of-office reply, a bounce. Nobody got in touch. */
    record Echoed(String why) implements TicketEvent {}

    /** The ticket waits, for what the charter calls by this name. */
    record Held(String hold) implements TicketEvent {}

    record Resumed() implements TicketEvent {}

    record SeverityChanged(String from, String to) implements TicketEvent {}

    /** Given to an agent, or to none. */
    record Assigned(@Nullable AgentId to) implements TicketEvent {}

    record Resolved() implements TicketEvent {}

    record Reopened() implements TicketEvent {}

    record Closed() implements TicketEvent {}

    /** What comes about by the clock and not by a person. */
    sealed interface ByItself extends TicketEvent {}

    /** One group's watch ended, and another's has it now. */
    record HandedOver(String from, String to) implements ByItself {}

    /** The severity went up. */
    record Rose(String from, String to) implements ByItself {}

    /** What became of a promise. */
    sealed interface OfPromise extends ByItself {

        PromiseName promise();
    }

    /** So much of a promise's time is used, in per cent. */
    record Warned(PromiseName promise, int percent) implements OfPromise {}

    /** The first figure of a range has passed. */
    record Late(PromiseName promise) implements OfPromise {}

    record Breached(PromiseName promise) implements OfPromise {}

    record Met(PromiseName promise) implements OfPromise {}
}
