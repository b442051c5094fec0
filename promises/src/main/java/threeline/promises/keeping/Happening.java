package threeline.promises.keeping;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import threeline.promises.clock.Which;
import threeline.promises.sla.Allowance;

/** What came of a ticket's history, dated at its instant: the acts themselves and what they led to. */
public sealed interface Happening {

    Instant at();

    /** Something that one promise came to. */
    sealed interface OfPromise extends Happening {
        Which which();
    }

    record Warned(Instant at, Which which, int percent) implements OfPromise {}

    /** Past the first figure of a range. */
    record Late(Instant at, Which which) implements OfPromise {}

    record Breached(Instant at, Which which) implements OfPromise {}

    record Met(Instant at, Which which) implements OfPromise {}

    record Ended(Instant at, Which which) implements OfPromise {}

    /** Due at another instant than before, by no hold; null where it has none. */
    record DueMoved(
            Instant at,
            Which which,
            @Nullable Instant from,
            @Nullable Instant to) implements OfPromise {}

    /** A limit was reached whose consequence is to tell someone. */
    record Alerted(Instant at, Which which) implements OfPromise {}

    record Opened(Instant at, String severity) implements Happening {}

    /** Given to a group, and by whom. */
    record Assigned(Instant at, String group) implements Happening {}

    record Answered(Instant at) implements Happening {}

    record Contacted(Instant at) implements Happening {}

    record Noted(Instant at) implements Happening {}

    record Held(Instant at, String hold) implements Happening {}

    record Resumed(Instant at, String hold) implements Happening {}

    record SeverityChanged(Instant at, String from, String to) implements Happening {}

    /** The severity went up by itself. */
    record Rose(Instant at, String from, String to) implements Happening {}

    record HandedOver(Instant at, String from, String to) implements Happening {}

    record Accepted(Instant at, String group) implements Happening {}

    record Escalated(Instant at, String from, String to, String because) implements Happening {}

    record Returned(Instant at, String from, String to, String because) implements Happening {}

    /** The requester is told of a step between tiers. */
    record Told(Instant at, String because) implements Happening {}

    record Consulted(Instant at, String tier) implements Happening {}

    record Extended(Instant at, Allowance more, boolean timebox) implements Happening {}

    /** So much handling that escalating is proposed. */
    record TimeboxPassed(Instant at, String tier) implements Happening {}

    record ReleaseMoved(Instant at, LocalDate from, LocalDate to) implements Happening {}

    record InForce(Instant at, String version) implements Happening {}

    record Resolved(Instant at, Act.Resolved.As as) implements Happening {}

    record Reopened(Instant at) implements Happening {}

    record Closed(Instant at) implements Happening {}

    record Merged(Instant at, String into) implements Happening {}
}
