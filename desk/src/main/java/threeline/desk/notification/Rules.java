package threeline.desk.notification;

import static java.util.Map.entry;
import static threeline.desk.notification.Rule.Way.APP;
import static threeline.desk.notification.Rule.Way.MAIL;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import threeline.desk.ticket.TicketEvent;
import threeline.promises.charter.Charter;
import threeline.promises.tier.Then;

/** Who is told of what: as the charter says, and where it doesn't speak of somebody, as is usual. */
final class Rules {

    private static final String STAY = "stay";
    private static final String HANDOVER = "handover";
    private static final Rule THE_REQUESTER = Rule.of(Rule.REQUESTER, MAIL);
    private static final Rule ITS_AGENT = Rule.of(Rule.AGENT, APP);
    private static final Rule ITS_GROUP = Rule.of(Rule.GROUP, APP);

    private static final Map<Matter, List<Rule>> USUAL = Map.ofEntries(
            entry(Matter.OPENED, List.of(THE_REQUESTER)),
            entry(Matter.ANSWERED, List.of(THE_REQUESTER)),
            entry(Matter.RESOLVED, List.of(THE_REQUESTER)),
            entry(Matter.DUE_MOVED, List.of(THE_REQUESTER)),
            entry(Matter.ESCALATED, List.of(THE_REQUESTER, ITS_GROUP)),
            entry(Matter.RETURNED, List.of(THE_REQUESTER, ITS_GROUP)),
            entry(Matter.HANDED_OVER, List.of(ITS_GROUP)),
            entry(Matter.ASSIGNED, List.of()),
            entry(Matter.CONTACTED, List.of(ITS_AGENT)),
            entry(Matter.REOPENED, List.of(ITS_AGENT)),
            entry(Matter.WARNED, List.of(ITS_AGENT)),
            entry(Matter.LATE, List.of(ITS_AGENT)),
            entry(Matter.BREACHED, List.of(ITS_AGENT)),
            entry(Matter.ALERTED, List.of(ITS_AGENT)),
            entry(Matter.ROSE, List.of(ITS_AGENT)),
            entry(Matter.TIMEBOX_PASSED, List.of(ITS_AGENT)),
            entry(Matter.VENDOR_CHASED, List.of(ITS_AGENT)),
            entry(Matter.CONSULTED, List.of()),
            entry(Matter.VENDOR_REPLIED, List.of()),
            entry(Matter.REMINDED, List.of()));

    private Rules() {}

    static boolean anybodyIsTold(Matter what, Charter charter) {
        return USUAL.containsKey(what) || charter.practice().notifications().containsKey(what.word());
    }

    /** Whom the charter names for something is told as it says; everybody else who usually is, as usual. */
    static List<Rule> of(Happened it, Charter charter) {
        var said = charter
                .practice()
                .notifications()
                .getOrDefault(it.notice().what().word(), List.of())
                .stream()
                .flatMap(rule -> rule.tell().stream().map(whom -> Rule.of(whom, rule.by(), rule.language())))
                .toList();
        var named = said.stream().map(Rule::whom).collect(Collectors.toSet());
        var usual = usual(it, charter).filter(rule -> !named.contains(Rule.NOBODY) && !named.contains(rule.whom()));
        return Stream.concat(usual, said.stream().filter(rule -> !rule.whom().equals(Rule.NOBODY)))
                .toList();
    }

    private static Stream<Rule> usual(Happened it, Charter charter) {
        return Stream.concat(USUAL.getOrDefault(it.notice().what(), List.of()).stream(), concerned(it, charter));
    }

    /** Those whom the very event names. */
    private static Stream<Rule> concerned(Happened it, Charter charter) {
        return switch (it.entry().event()) {
            case TicketEvent.Assigned _ -> Stream.of(ITS_AGENT);
            case TicketEvent.Routed(var group) -> Stream.of(Rule.of(group, APP));
            case TicketEvent.HandedOver(var from, var to) -> Stream.of(Rule.of(to, APP));
            case TicketEvent.Consulted(var whom) -> consulted(whom, charter);
            case TicketEvent.Reminded(var agent) ->
                Stream.of(agent == null ? ITS_GROUP : Rule.of(Rule.AGENT, APP, MAIL));
            case TicketEvent.VendorReplied _ -> Stream.of(it.notice().whose().agent() == null ? ITS_GROUP : ITS_AGENT);
            case TicketEvent.Alerted(var promise) -> limit(promise.metric(), it, charter);
            case TicketEvent.Breached(var promise) ->
                isTellingLater(promise.metric(), it, charter) ? Stream.empty() : limit(promise.metric(), it, charter);
            default -> Stream.empty();
        };
    }

    private static Stream<Rule> consulted(String whom, Charter charter) {
        return charter.ladder().tier(whom).isPresent()
                ? charter.ladder().on(whom).stream().map(group -> Rule.of(group.id(), APP))
                : Stream.of(Rule.of(whom, APP));
    }

    /** A limit that alerts breaks at the same instant; one of both is enough. */
    private static boolean isTellingLater(String metric, Happened it, Charter charter) {
        return charter.ladder()
                .tier(it.notice().whose().tier())
                .map(tier -> metric.equals(STAY)
                        ? tier.stay() != null && tier.stay().then() == Then.ALERT
                        : tier.acceptance() != null && tier.acceptance().then() == Then.ALERT)
                .orElse(false);
    }

    /** Those whom the tier's limit on stays, or on accepting a handover, says. */
    private static Stream<Rule> limit(String metric, Happened it, Charter charter) {
        return charter
                .ladder()
                .tier(it.notice().whose().tier())
                .map(tier -> switch (metric) {
                    case STAY ->
                        tier.stay() == null ? List.<String>of() : tier.stay().tell();
                    case HANDOVER ->
                        tier.acceptance() == null
                                ? List.<String>of()
                                : tier.acceptance().tell();
                    default -> List.<String>of();
                })
                .orElse(List.of())
                .stream()
                .map(whom -> Rule.of(whom, APP, MAIL));
    }
}
