package threeline.desk.timekeeping;

import static java.util.Objects.requireNonNullElse;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import threeline.desk.people.OrganizationId;
import threeline.desk.ticket.About;
import threeline.desk.ticket.Author;
import threeline.desk.ticket.Entry;
import threeline.desk.ticket.TicketEvent;
import threeline.promises.keeping.Act;
import threeline.promises.keeping.Asked;
import threeline.promises.sla.Allowance;

/** A timeline as the engine reads it: what people did. What came about by itself it finds again. */
final class Acts {

    private Acts() {}

    /** @param organizations what the charter calls each */
    static List<Act> of(List<Entry> timeline, Function<OrganizationId, String> organizations) {
        return timeline.stream().flatMap(it -> of(it, organizations)).toList();
    }

    private static Stream<Act> of(Entry entry, Function<OrganizationId, String> organizations) {
        var at = entry.at();
        return switch (entry.event()) {
            case TicketEvent.Opened it -> Stream.of(opened(it, at, organizations));
            case TicketEvent.Contacted _ -> Stream.of(new Act.Contacted(at));
            case TicketEvent.Echoed _ -> Stream.empty();
            case TicketEvent.Act act -> Stream.ofNullable(of(act, entry.author(), at));
            case TicketEvent.ByItself _ -> Stream.empty();
        };
    }

    private static Act opened(TicketEvent.Opened it, Instant at, Function<OrganizationId, String> organizations) {
        var organization = it.organization() == null ? null : organizations.apply(it.organization());
        var about = requireNonNullElse(it.about(), About.NOTHING);
        var asked = new Asked(about.category(), about.application(), about.language(), about.person(), organization);
        return new Act.Opened(at, it.severity(), it.channel(), it.live(), asked);
    }

    private static @Nullable Act of(TicketEvent.Act act, Author author, Instant at) {
        return switch (act) {
            case TicketEvent.Replied _ -> new Act.Replied(at);
            case TicketEvent.Noted _ -> new Act.Noted(at);
            case TicketEvent.Called(var reached) -> new Act.Called(at, reached);
            case TicketEvent.Logged(var spent) -> new Act.Logged(at, spent);
            case TicketEvent.Held(var hold) -> new Act.Held(at, hold);
            case TicketEvent.Resumed _ -> resumed(author, at);
            case TicketEvent.SeverityChanged change -> new Act.SeverityChanged(at, change.to());
            case TicketEvent.Routed(var group) -> new Act.Assigned(at, group);
            case TicketEvent.Accepted _ -> new Act.Accepted(at);
            case TicketEvent.Escalated(var to, var because) -> new Act.Escalated(at, to, because);
            case TicketEvent.Returned(var to, var because) -> new Act.Returned(at, to, because);
            case TicketEvent.Consulted(var whom) -> new Act.Consulted(at, whom);
            case TicketEvent.Extended it -> new Act.Extended(at, Allowance.parse(it.more()), it.timebox());
            case TicketEvent.Did it -> new Act.Did(at, it.what());
            case TicketEvent.Skipped(var stage, var because) -> new Act.Skipped(at, stage, because);
            case TicketEvent.VendorAsked(var vendor) -> new Act.VendorAsked(at, vendor);
            case TicketEvent.VendorReplied _ -> new Act.VendorReplied(at);
            case TicketEvent.Merged(var into) -> new Act.Merged(at, into.toString());
            case TicketEvent.Resolved(var as) -> new Act.Resolved(at, as(as));
            case TicketEvent.Reopened _ -> new Act.Reopened(at);
            case TicketEvent.Closed _ -> new Act.Closed(at);
            case TicketEvent.Assigned _ -> null; // within its group a ticket is whose it is
            case TicketEvent.Advanced _ -> null;
            case TicketEvent.VendorReferred _ -> null;
            case TicketEvent.Joined _ -> null;
            case TicketEvent.ReminderSet _ -> null;
        };
    }

    private static Act.Resolved.As as(TicketEvent.Resolved.@Nullable As as) {
        return as == null
                ? Act.Resolved.As.PERSON
                : switch (as) {
                    case SPAM -> Act.Resolved.As.SPAM;
                    case AUTOMATION -> Act.Resolved.As.AUTOMATION;
                };
    }

    /** A hold that ends by a contact ends in the engine by itself. */
    private static @Nullable Act resumed(Author author, Instant at) {
        return author instanceof Author.OfDesk ? null : new Act.Resumed(at);
    }
}
