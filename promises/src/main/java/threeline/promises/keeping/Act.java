package threeline.promises.keeping;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import threeline.promises.sla.Allowance;

/** What someone did to a ticket, or what happened to it from outside; its history is a list of these, in order. */
public sealed interface Act {

    Instant at();

    /** @param live an agent speaks to the caller while logging it, which answers it */
    record Opened(Instant at, String severity, @Nullable String channel, boolean live, Asked asked) implements Act {

        public Opened(Instant at, String severity, String channel, boolean live) {
            this(at, severity, channel, live, Asked.NOTHING);
        }
    }

    /** The requester got in touch again, by whatever channel; a voicemail too. */
    record Contacted(Instant at) implements Act {}

    /** A person of the desk answered in public. */
    record Replied(Instant at, @Nullable String group) implements Act {

        public Replied(Instant at) {
            this(at, null);
        }
    }

    record Noted(Instant at) implements Act {}

    /** The desk called; one that did not reach the requester answers nothing. */
    record Called(Instant at, boolean reached) implements Act {}

    /** Handling time was spent. */
    record Logged(Instant at, Duration spent) implements Act {}

    record Held(Instant at, String hold) implements Act {}

    record Resumed(Instant at) implements Act {}

    record SeverityChanged(Instant at, String to) implements Act {}

    record Escalated(Instant at, String to, String because) implements Act {}

    record Returned(Instant at, String to, String because) implements Act {}

    /** Another tier was asked, without escalating. */
    record Consulted(Instant at, String tier) implements Act {}

    /** @param timebox whether it is the time-box that is extended, not the stay */
    record Extended(Instant at, Allowance more, boolean timebox) implements Act {}

    record Assigned(Instant at, String group) implements Act {}

    /** The receiver of a handover took it. */
    record Accepted(Instant at) implements Act {}

    /** An act that may meet promises: {@code workaround}, {@code fix-date}, or one that the charter names. */
    record Did(Instant at, String what) implements Act {}

    record Skipped(Instant at, String stage, String because) implements Act {}

    record VendorAsked(Instant at, String vendor) implements Act {}

    record VendorReplied(Instant at) implements Act {}

    record Merged(Instant at, String into) implements Act {}

    record Resolved(Instant at, As as) implements Act {

        /** By whom or as what. */
        public enum As {
            /** By a person, who thereby tells the requester. */
            PERSON,
            SPAM,
            AUTOMATION
        }

        public Resolved(Instant at) {
            this(at, As.PERSON);
        }
    }

    record Reopened(Instant at) implements Act {}

    record Closed(Instant at) implements Act {}

    /** A release got another date. It stands in the history of every ticket, of those opened later too. */
    record ReleaseMoved(Instant at, LocalDate from, LocalDate to) implements Act {}

    /** The organization's package, zone or holidays changed. */
    record TermsChanged(Instant at, Terms to) implements Act {}
}
