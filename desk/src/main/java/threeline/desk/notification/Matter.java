package threeline.desk.notification;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import threeline.desk.ticket.Entry;
import threeline.desk.ticket.TicketEvent;

/** What can be told of a ticket, by the words that a charter has for it. */
public enum Matter {
    OPENED("A new ticket"),
    ASSIGNED("A ticket given to me or my group"),
    ANSWERED("An answer to the requester"),
    CONTACTED("The requester gets in touch again"),
    NOTED("An internal note"),
    HELD("On hold"),
    RESUMED("Off hold"),
    SEVERITY_CHANGED("Another severity"),
    ROSE("A severity that rose by itself"),
    WARNED("A promise nears its end"),
    LATE("A promise is late"),
    BREACHED("A promise is breached"),
    ALERTED("A limit that somebody is told of"),
    DUE_MOVED("A promise is due at another time"),
    HANDED_OVER("A handover to my group"),
    ACCEPTED("A handover is accepted"),
    ESCALATED("An escalation to my group"),
    RETURNED("A ticket comes back to my group"),
    CONSULTED("I am consulted"),
    EXTENDED("A ticket may stay longer"),
    TIMEBOX_PASSED("A time-box has passed"),
    VENDOR_ASKED("A vendor is asked"),
    VENDOR_REPLIED("A vendor answers"),
    VENDOR_CHASED("A vendor is asked again"),
    REMINDED("A reminder"),
    RESOLVED("Resolved"),
    REOPENED("Reopened"),
    CLOSED("Closed"),
    MERGED("Goes on as another ticket");

    /** All else is the desk's own business. */
    private static final Set<Matter> FOR_REQUESTERS = EnumSet.of(
            OPENED,
            ANSWERED,
            HELD,
            RESUMED,
            SEVERITY_CHANGED,
            ROSE,
            DUE_MOVED,
            ESCALATED,
            RETURNED,
            RESOLVED,
            REOPENED,
            CLOSED);

    private final String title;

    Matter(String title) {
        this.title = title;
    }

    /** What it is called on a page. */
    public String title() {
        return title;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Matter> find(String word) {
        return Arrays.stream(values()).filter(it -> it.word().equals(word)).findFirst();
    }

    boolean isForRequesters() {
        return FOR_REQUESTERS.contains(this);
    }

    /** What an entry of a timeline is to those who may be told; null where nobody ever is. */
    static @Nullable Matter of(Entry entry) {
        return switch (entry.event()) {
            case TicketEvent.Opened _ -> OPENED;
            case TicketEvent.Contacted _ -> CONTACTED;
            case TicketEvent.Echoed _ -> null;
            case TicketEvent.Act act -> of(act);
            case TicketEvent.ByItself event -> of(event);
        };
    }

    private static @Nullable Matter of(TicketEvent.Act act) {
        return switch (act) {
            case TicketEvent.Replied _ -> ANSWERED;
            case TicketEvent.Noted _ -> NOTED;
            case TicketEvent.Held _ -> HELD;
            case TicketEvent.Resumed _ -> RESUMED;
            case TicketEvent.SeverityChanged _ -> SEVERITY_CHANGED;
            case TicketEvent.Assigned(var to) -> to == null ? null : ASSIGNED;
            case TicketEvent.Routed _ -> ASSIGNED;
            case TicketEvent.Accepted _ -> ACCEPTED;
            case TicketEvent.Escalated _ -> ESCALATED;
            case TicketEvent.Returned _ -> RETURNED;
            case TicketEvent.Consulted _ -> CONSULTED;
            case TicketEvent.Extended _ -> EXTENDED;
            case TicketEvent.VendorAsked _ -> VENDOR_ASKED;
            case TicketEvent.VendorReplied _ -> VENDOR_REPLIED;
            case TicketEvent.Merged _ -> MERGED;
            case TicketEvent.Resolved _ -> RESOLVED;
            case TicketEvent.Reopened _ -> REOPENED;
            case TicketEvent.Closed _ -> CLOSED;
            case TicketEvent.Called _ -> null;
            case TicketEvent.Logged _ -> null;
            case TicketEvent.Did _ -> null;
            case TicketEvent.Advanced _ -> null;
            case TicketEvent.Skipped _ -> null;
            case TicketEvent.VendorReferred _ -> null;
            case TicketEvent.ReminderSet _ -> null;
            case TicketEvent.Joined _ -> null;
        };
    }

    private static @Nullable Matter of(TicketEvent.ByItself event) {
        return switch (event) {
            case TicketEvent.HandedOver _ -> HANDED_OVER;
            case TicketEvent.Climbed _ -> ESCALATED;
            case TicketEvent.TimeboxPassed _ -> TIMEBOX_PASSED;
            case TicketEvent.Rose _ -> ROSE;
            case TicketEvent.HoldEnded _ -> RESUMED;
            case TicketEvent.VendorChased _ -> VENDOR_CHASED;
            case TicketEvent.Reminded _ -> REMINDED;
            case TicketEvent.Lapsed _ -> CLOSED;
            case TicketEvent.Warned _ -> WARNED;
            case TicketEvent.Late _ -> LATE;
            case TicketEvent.Breached _ -> BREACHED;
            case TicketEvent.Alerted _ -> ALERTED;
            case TicketEvent.DueMoved _ -> DUE_MOVED;
            case TicketEvent.Met _ -> null;
            case TicketEvent.Ended _ -> null;
        };
    }
}
