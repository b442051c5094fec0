package threeline.desk.notification;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import threeline.desk.notification.Letterhead.Occasion;
import threeline.desk.tenant.Site;
import threeline.desk.ticket.Entry;
import threeline.desk.ticket.TicketEvent;
import threeline.desk.timekeeping.Timekeeper;
import threeline.promises.charter.Charter;
import threeline.promises.charter.Hold;
import threeline.promises.charter.Severity;
import threeline.promises.keeping.Promise;
import threeline.promises.tier.Escalation;
import threeline.promises.tier.Tier;

/** What a requester is told, in words. Promises are told, aims never. */
@Component
class Phrases {

    /** The promises that are made to a requester. */
    static final Set<String> IS_TOLD = Set.of("response", "next-response", "resolution");

    private final Timekeeper timekeeper;
    private final InstantSource time;
    private final Site site;

    Phrases(Timekeeper timekeeper, InstantSource time, Site site) {
        this.timekeeper = timekeeper;
        this.time = time;
        this.site = site;
    }

    /** @param timeline what happened to the ticket, where a promise has to be told of */
    Said say(Occasion it, List<Entry> timeline, Charter charter, Wording wording) {
        if (it.guarded() && it.automatic()) {
            return guarded(it, charter);
        }
        var told = it.what() == Matter.ANSWERED ? reply(it.entry()) : told(it, timeline, charter);
        var values = values(it, told, charter);
        if (it.what() == Matter.OPENED) {
            values.put("promises", told.size() > 1 ? String.join("\n", told.getLast()) : "");
        }
        var template = wording.find(it.what().word(), it.language().wished());
        var footer = wording.find(Templates.FOOTER, it.language().wished())
                .map(found -> found.template().fill(values).stream()
                        .flatMap(List::stream)
                        .toList())
                .orElseGet(() -> List.of(charter.name(), it.language().say("footer", it.reference())));
        return new Said(
                template.map(Wording.Found::language).orElseGet(it.language()::tag),
                subject(it, template.map(found -> found.own().subject()).orElse(null), values),
                marked(
                        it,
                        template.map(found -> found.template().fill(values)).orElseGet(() -> ours(it, told)),
                        wording),
                footer,
                portal(it));
    }

    /** The ticket's page, for whoever may see it there: the address itself opens nothing. */
    private String portal(Occasion it) {
        return site.page("/portal/requests/" + it.ticket().number()).orElse("");
    }

    /** Under a line above which to answer, where the desk wants one. */
    private static List<List<String>> marked(Occasion it, List<List<String>> said, Wording wording) {
        return wording.marker()
                ? Stream.concat(Stream.of(List.of(it.language().say("marker"))), said.stream())
                        .toList()
                : said;
    }

    /** Where the desk has no template of its own. */
    private static List<List<String>> ours(Occasion it, List<List<String>> told) {
        if (it.what() == Matter.ANSWERED) {
            return told;
        }
        var paragraphs = new ArrayList<List<String>>();
        paragraphs.add(List.of(it.language().say("greeting", it.to().called())));
        paragraphs.addAll(told);
        return paragraphs;
    }

    private static Map<String, String> values(Occasion it, List<List<String>> told, Charter charter) {
        var values = new HashMap<String, String>();
        values.put("name", oneLine(it.to().called()));
        values.put("subject", oneLine(it.ticket().subject()));
        values.put("reference", it.reference());
        values.put("desk", charter.name());
        values.put("words", told.stream().map(lines -> String.join("\n", lines)).collect(Collectors.joining("\n\n")));
        return values;
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ").strip();
    }

    /** To somebody who may never have written: nothing in it is of another's choosing. */
    private static Said guarded(Occasion it, Charter charter) {
        var language = it.language();
        return new Said(
                language.tag(),
                language.say("guarded.subject", it.reference()),
                List.of(
                        List.of(language.say("guarded.greeting")),
                        List.of(language.say("guarded"), language.say("guarded.what"))),
                List.of(charter.name(), language.say("footer", it.reference())));
    }

    /** The same from mail to mail, as programs put those together that have one subject. */
    private static String subject(Occasion it, @Nullable Template own, Map<String, String> values) {
        var said = own == null ? subject(it) : own.line(values);
        return it.what() == Matter.OPENED ? said : "Re: " + said;
    }

    private static String subject(Occasion it) {
        var given = oneLine(it.ticket().subject());
        var quoted = "[%s]".formatted(it.reference());
        return given.contains(quoted) ? given : "%s %s".formatted(quoted, given).strip();
    }

    private List<List<String>> told(Occasion it, List<Entry> timeline, Charter charter) {
        return switch (it.entry().event()) {
            case TicketEvent.Opened _ -> opened(it, timeline, charter);
            case TicketEvent.Resolved _ -> List.of(about(it, "resolved"), words(it, "resolved.not"));
            case TicketEvent.Reopened _ -> List.of(about(it, "reopened"));
            case TicketEvent.Closed _ -> List.of(about(it, "closed"));
            case TicketEvent.Lapsed _ -> List.of(about(it, "closed"));
            case TicketEvent.Escalated(var to, var because) -> escalated(it, to, because, charter);
            case TicketEvent.Climbed(var _, var to) -> escalated(it, to, "stayed-too-long", charter);
            case TicketEvent.Returned(var to, var because) ->
                List.of(about(it, "returned", tier(to, charter)), words(it, "escalated.because", because));
            case TicketEvent.DueMoved _ -> moved(it, charter);
            case TicketEvent.Held(var hold) ->
                List.of(about(it, "held", charter.hold(hold).map(Hold::name).orElse(hold)));
            case TicketEvent.SeverityChanged(var _, var to) -> List.of(about(it, "severity", severity(to, charter)));
            case TicketEvent.Rose(var _, var to) -> List.of(about(it, "severity", severity(to, charter)));
            case TicketEvent.Resumed _ -> List.of(about(it, "resumed"));
            case TicketEvent.HoldEnded _ -> List.of(about(it, "resumed"));
            default -> throw new IllegalStateException("no requester is told of " + it.entry());
        };
    }

    private static List<String> about(Occasion it, String key, Object... more) {
        var what = Stream.concat(Stream.of(it.ticket().subject()), Arrays.stream(more));
        return words(it, key, what.toArray());
    }

    private static List<String> words(Occasion it, String key, Object... what) {
        return List.of(it.language().say(key, what));
    }

    private List<List<String>> opened(Occasion it, List<Entry> timeline, Charter charter) {
        var promised = timekeeper.standing(timeline, time.instant()).promises().stream()
                .filter(promise -> !promise.which().aim())
                .flatMap(promise -> promised(it, promise, charter).stream())
                .toList();
        var opened = about(it, "opened", it.reference());
        return promised.isEmpty() ? List.of(opened) : List.of(opened, promised);
    }

    private static Optional<String> promised(Occasion it, Promise promise, Charter charter) {
        var due = promise.dueAt();
        var metric = promise.which().metric().word();
        return due == null || !IS_TOLD.contains(metric)
                ? Optional.empty()
                : Optional.of(
                        it.language().say("promised." + metric, it.language().when(due, charter.zone())));
    }

    private static List<List<String>> escalated(Occasion it, String to, String because, Charter charter) {
        var told = to.equals(Escalation.PROJECT)
                ? about(it, "escalated.project")
                : about(it, "escalated", tier(to, charter));
        return List.of(told, words(it, "escalated.because", reason(it, because, charter)));
    }

    /** The charter's words; for what it need not name, ours. */
    private static String reason(Occasion it, String because, Charter charter) {
        return charter.tiers().stream()
                .flatMap(tier -> Stream.ofNullable(tier.escalation()))
                .flatMap(way -> Stream.ofNullable(way.reasons().get(because)))
                .findFirst()
                .orElseGet(() ->
                        it.language().has("reason." + because) ? it.language().say("reason." + because) : because);
    }

    /** Of the ticket that it is about in full; of others that moved by the same change, by their references alone. */
    private static List<List<String>> moved(Occasion it, Charter charter) {
        var paragraphs = new ArrayList<List<String>>();
        it.happened().stream()
                .collect(Collectors.groupingBy(
                        happened -> happened.ticket().number(), LinkedHashMap::new, Collectors.toList()))
                .forEach((number, happened) -> {
                    var moves = moves(it, happened, charter);
                    if (number.equals(it.ticket().number())) {
                        paragraphs.add(about(it, "due-moved"));
                        paragraphs.add(moves);
                    } else if (!moves.isEmpty()) {
                        paragraphs.add(
                                Stream.concat(Stream.of(number.reference(charter.prefix()) + ":"), moves.stream())
                                        .toList());
                    }
                });
        return paragraphs;
    }

    /** Where several moved, or one several times, each once: from where it was to where it is. */
    private static List<String> moves(Occasion it, List<Happened> all, Charter charter) {
        var last = new LinkedHashMap<Object, TicketEvent.DueMoved>();
        for (var happened : all) {
            if (happened.entry().event() instanceof TicketEvent.DueMoved move) {
                last.merge(
                        move.promise(),
                        move,
                        (one, two) -> new TicketEvent.DueMoved(one.promise(), one.from(), two.to()));
            }
        }
        return last.values().stream()
                .filter(move -> !Objects.equals(move.from(), move.to()))
                .flatMap(move -> moved(it, move, charter).stream())
                .toList();
    }

    private static Optional<String> moved(Occasion it, TicketEvent.DueMoved move, Charter charter) {
        var metric = move.promise().metric();
        return Optional.ofNullable(move.to())
                .map(to -> move.from() == null
                        ? it.language().say("promised." + metric, when(it, to, charter))
                        : it.language()
                                .say("due-moved." + metric, when(it, to, charter), when(it, move.from(), charter)))
                .or(() -> Optional.ofNullable(move.from())
                        .map(from -> it.language().say("due-moved.open", when(it, from, charter))));
    }

    private static String when(Occasion it, Instant at, Charter charter) {
        return it.language().when(at, charter.zone());
    }

    private static String tier(String id, Charter charter) {
        return charter.ladder().tier(id).map(Tier::name).orElse(id);
    }

    private static String severity(String id, Charter charter) {
        return charter.severities().find(id).map(Severity::name).orElse(id);
    }

    /** As the agent wrote it. */
    private static List<List<String>> reply(Entry entry) {
        var text = entry.text() == null ? "" : entry.text().strip();
        return Arrays.stream(text.split("\n\\s*\n"))
                .map(paragraph -> paragraph.lines().toList())
                .toList();
    }
}
