package threeline.desk.ticket;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import threeline.desk.people.AgentId;
import threeline.desk.people.OrganizationId;

/** What can happen to a ticket; with its instant, author and words it is an {@link Entry} of the timeline. */
public sealed interface TicketEvent {

    /** The requester asked for help; {@code live} while an agent spoke with them. */
    record Opened(
            String severity,
            String channel,
            boolean live,
            @Nullable About about,
            @Nullable OrganizationId organization) implements TicketEvent {}

    /** The requester got in touch again; as a voicemail, where an agent wrote down what was spoken. */
    record Contacted(String channel, boolean voicemail) implements TicketEvent {

        public Contacted(String channel) {
            this(channel, false);
        }
    }

    /** Something automatic came in about this ticket: an out-of-office reply, a bounce. Nobody got in touch. */
    record Echoed(String why) implements TicketEvent {}

    /** What people of the desk do to a ticket as they work on it. */
    sealed interface Act extends TicketEvent {}

    /** A person of the desk answered, for the requester to read. */
    record Replied() implements Act {}

    /** A person of the desk wrote something that only the desk may read. */
    record Noted() implements Act {}

    /** The desk called; a call that did not reach the requester, or left a voicemail, answers nothing. */
    record Called(boolean reached) implements Act {}

    /** So much time was spent on handling it. */
    record Logged(Duration spent) implements Act {}

    /** The ticket waits, for what the charter calls by this name. */
    record Held(String hold) implements Act {}

    record Resumed() implements Act {}

    record SeverityChanged(String from, String to) implements Act {}

    /** Given to an agent, or to none. */
    record Assigned(@Nullable AgentId to) implements Act {}

    /** Given to a group of the same tier. */
    record Routed(String group) implements Act {}

    /** The receiver of a handover took it. */
    record Accepted() implements Act {}

    /** Up to a tier, or to a project of its own, for one of the charter's reasons. */
    record Escalated(String to, String because) implements Act {}

    /** A step down, to a tier below. */
    record Returned(String to, String because) implements Act {}

    /** A tier, or a role of the charter, was asked without escalating. */
    record Consulted(String whom) implements Act {}

    /**
     * A judgement to stay longer.
     *
     * @param more how much, as charters write durations
     * @param timebox whether it is the time-box that is extended, not the stay
     */
    record Extended(String more, boolean timebox, String because) implements Act {}

    /** An act that may meet promises: {@code workaround}, {@code fix-date} with its date, or one that the charter names. */
    record Did(String what, @Nullable LocalDate on) implements Act {}

    /** The process went on to this stage. */
    record Advanced(String stage) implements Act {}

    /** A stage of the process was passed by, for a reason. */
    record Skipped(String stage, String because) implements Act {}

    /** The maker of what fails was asked. */
    record VendorAsked(String vendor) implements Act {}

    /** The reference that the vendor gave it. */
    record VendorReferred(String reference) implements Act {}

    /** The vendor answered, to the desk alone. */
    record VendorReplied() implements Act {}

    /** To come back to it then: whoever asks for it is told, or the group that has it by then. */
    record ReminderSet(Instant at, boolean group) implements Act {}

    /** It goes on as another ticket. */
    record Merged(TicketNumber into) implements Act {}

    /** Another ticket goes on as this one. */
    record Joined(TicketNumber from) implements Act {}

    record Resolved(@Nullable As as) implements Act {

        /** As what, where not by a person who thereby tells the requester. */
        public enum As {
            SPAM,
            AUTOMATION
        }

        public Resolved() {
            this(null);
        }
    }

    record Reopened() implements Act {}

    record Closed() implements Act {}

    /** What comes about by the clock and not by a person. */
    sealed interface ByItself extends TicketEvent {}

    /** One group's watch ended, and another's has it now. */
    record HandedOver(String from, String to) implements ByItself {}

    /** It stayed too long on a tier and went up. */
    record Climbed(String from, String to) implements ByItself {}

    /** So much time was spent on handling it that the charter proposes to escalate. */
    record TimeboxPassed(String tier) implements ByItself {}

    /** The severity went up. */
    record Rose(String from, String to) implements ByItself {}

    /** What was waited for came about. */
    record HoldEnded(String hold) implements ByItself {}

    /** The vendor has not answered for so long that the desk asked again. */
    record VendorChased(String vendor) implements ByItself {}

    /** The time to come back to it: told to the agent who asked for it, or to the group that has it. */
    record Reminded(@Nullable AgentId agent) implements ByItself {}

    /** Nobody came back to it for as long as the charter says; it is closed. */
    record Lapsed() implements ByItself {}

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

    /** It is neither kept nor broken, and not counted. */
    record Ended(PromiseName promise) implements OfPromise {}

    /** A limit was reached at which the charter has somebody told. */
    record Alerted(PromiseName promise) implements OfPromise {}

    /** Due at another instant than before, by no hold; null where it has none. */
    record DueMoved(
            PromiseName promise,
            @Nullable Instant from,
            @Nullable Instant to) implements OfPromise {}
}
