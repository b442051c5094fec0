package threeline.desk.portal;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import threeline.desk.contract.Charters;
import threeline.desk.contract.Contracts;
import threeline.desk.people.OrganizationId;
import threeline.desk.people.Requester;
import threeline.desk.ticket.About;
import threeline.desk.ticket.Author;
import threeline.desk.ticket.Entry;
import threeline.desk.ticket.TicketEvent;
import threeline.desk.timekeeping.Timekeeper;
import threeline.promises.charter.Channel;
import threeline.promises.charter.Charter;
import threeline.promises.charter.Entrance;
import threeline.promises.charter.Severity;
import threeline.promises.keeping.Promise;

/** What somebody may ask by the portal, and what they would be promised for it now. */
@Component
public class Asking {

    /** The kind of channel that all of this is; a charter has one at most that is worth telling apart. */
    public static final String CHANNEL = "portal";

    private final Charters charters;
    private final Contracts contracts;
    private final Timekeeper timekeeper;
    private final InstantSource time;

    Asking(Charters charters, Contracts contracts, Timekeeper timekeeper, InstantSource time) {
        this.charters = charters;
        this.contracts = contracts;
        this.timekeeper = timekeeper;
        this.time = time;
    }

    /**
     * How bad it may be.
     *
     * @param promised what would be promised for it now
     * @param refused why it may not come this way, and by which it may; null where it may
     */
    public record Choice(Severity severity, List<Promise> promised, Entrance.@Nullable Refused refused) {}

    /** A way to reach the desk, and whether somebody is there now. */
    public record Way(Channel channel, boolean open) {}

    /** All severities, the worst first, for this one; none where the charter leaves no choice. */
    public List<Choice> choices(Requester who) {
        var choice = charters.current().charter().channel(CHANNEL).map(Channel::severity);
        return choice.filter(it -> it.given() != null && !it.choose()).isPresent()
                ? List.of()
                : severities(who, CHANNEL);
    }

    /** What a ticket could be instead, where the charter lets its requester say so; none where it doesn't. */
    public List<Choice> changes(Requester who) {
        var charter = charters.current().charter();
        return charter.channel(CHANNEL).filter(it -> it.severity().change()).isPresent()
                ? severities(who, CHANNEL)
                : List.of();
    }

    private List<Choice> severities(Requester who, String channel) {
        var now = time.instant();
        var charter = promised(who);
        return charter.severities().all().stream()
                .map(it -> new Choice(
                        it,
                        promised(it, who, now),
                        Entrance.of(charter, channel, it.id(), who.roles(), now) instanceof Entrance.Refused no
                                ? no
                                : null))
                .toList();
    }

    private List<Promise> promised(Severity severity, Requester who, Instant now) {
        var event = new TicketEvent.Opened(severity.id(), CHANNEL, false, About.NOTHING, organization(who));
        var entry = new Entry(1, now, event, Author.of(who.id()), null, null, List.of());
        return timekeeper.standing(List.of(entry), now).promises().stream()
                .filter(Told::isTold)
                .toList();
    }

    /** The ways by which this one may get in touch, in the charter's order, but for those that nobody uses by hand. */
    public List<Way> ways(Requester who) {
        var now = time.instant();
        var charter = promised(who);
        return charter.channels().values().stream()
                .filter(it -> it.by() == Channel.By.PHONE || it.by() == Channel.By.EMAIL)
                .filter(it -> it.reach().isKnown())
                .filter(it -> isFor(it, who, charter, now))
                .map(it -> new Way(it, isOpen(it, charter, now)))
                .toList();
    }

    private static boolean isFor(Channel channel, Requester who, Charter charter, Instant now) {
        return charter.severities().all().stream()
                .anyMatch(it ->
                        !(Entrance.of(charter, channel.id(), it.id(), who.roles(), now) instanceof Entrance.Refused no)
                                || no.because() == Entrance.Because.HOURS);
    }

    private static boolean isOpen(Channel channel, Charter charter, Instant now) {
        return Optional.ofNullable(channel.door().covers())
                .map(it -> charter.calendar(it).isOpen(now))
                .orElse(true);
    }

    private Charter promised(Requester who) {
        return contracts.promised(charters.current().charter(), organization(who));
    }

    private static @Nullable OrganizationId organization(Requester who) {
        var organization = who.organization();
        return organization == null ? null : organization.id();
    }
}
