package threeline.desk.ticket.web;

import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import threeline.desk.people.Requester;
import threeline.desk.ticket.Process;
import threeline.desk.ticket.Ticket;
import threeline.desk.ticket.web.Acts.Choice;
import threeline.desk.ticket.web.Acts.More;
import threeline.desk.ticket.web.Acts.Named;
import threeline.desk.ticket.web.Acts.Stages;
import threeline.desk.ticket.web.Acts.Up;
import threeline.desk.ticket.web.Acts.Vendors;
import threeline.desk.web.Moments;
import threeline.promises.charter.Charter;
import threeline.promises.charter.Severity;
import threeline.promises.charter.Stage;
import threeline.promises.sla.Target;
import threeline.promises.tier.Escalation;
import threeline.promises.tier.Group;
import threeline.promises.tier.Tier;
import threeline.promises.tier.Wanted;

/**
 * Reads from a charter what may be done to a ticket as it stands, and by whom.
 *
 * @param parts the roles of the charter that whoever looks plays
 */
record ActChoices(Ticket ticket, Requester requester, DeskWords words, Set<String> parts, Moments moments) {

    private static final String FIX_DATE = "fix-date";

    Acts of(Past past) {
        return new Acts(up(), groups(), more(), stages(), vendors(past), timebox(past));
    }

    private Charter charter() {
        return words.charter();
    }

    private Optional<Tier> tier() {
        return charter().ladder().tier(ticket.tier());
    }

    private @Nullable Up up() {
        return tier().map(Tier::escalation).map(this::up).orElse(null);
    }

    private Up up(Escalation way) {
        var reasons = new ArrayList<Choice>();
        way.reasons().forEach((id, text) -> reasons.add(new Choice(id, text, "")));
        reasons.add(new Choice("by-judgement", "By judgement", "say why below"));
        return new Up(way.to(), words.tierName(way.to()), where(way.to()), reasons, refused(way));
    }

    /** The group that would have it, were it to enter that tier now. */
    private @Nullable String where(String to) {
        var knowledge = new HashSet<String>();
        Stream.of(
                        Optional.ofNullable(ticket.about().category()),
                        Optional.ofNullable(ticket.about().application()))
                .flatMap(Optional::stream)
                .forEach(knowledge::add);
        var organization = requester.organization();
        var wanted = new Wanted(
                to,
                ticket.about().language(),
                knowledge,
                ticket.severity(),
                organization == null ? null : organization.key());
        return charter()
                .watch()
                .groupFor(wanted, moments.now())
                .map(Group::name)
                .orElse(null);
    }

    private @Nullable String refused(Escalation way) {
        var judgement = way.judgement();
        var decides = judgement.decides();
        if (way.toProject() && decides != null && !parts.contains(decides)) {
            return "%s decides that. Ask them to.".formatted(words.whom(decides));
        }
        if (!judgement.judges().isEmpty() && judgement.judges().stream().noneMatch(parts::contains)) {
            return "That is judged by: %s."
                    .formatted(judgement.judges().stream().map(words::whom).collect(joining(", ")));
        }
        return null;
    }

    private List<Choice> groups() {
        return charter().ladder().on(ticket.tier()).stream()
                .filter(group -> !group.id().equals(ticket.group()))
                .filter(group -> group.serves(
                        requester.organization() == null
                                ? null
                                : requester.organization().key()))
                .map(group -> new Choice(group.id(), group.name(), watch(group, moments.now())))
                .toList();
    }

    private String watch(Group group, Instant at) {
        var seam = charter().watch().seamAfter(group, at);
        var on = charter().watch().isOn(group, at);
        if (seam == null) {
            return on ? "always on watch" : "never on watch";
        }
        return (on ? "on watch until " : "off watch until ") + moments.brief(seam);
    }

    private More more() {
        var below = charter().tiers().stream()
                .takeWhile(tier -> !tier.id().equals(ticket.tier()))
                .map(tier -> new Choice(tier.id(), tier.name(), ""))
                .toList();
        return new More(
                below.size() == charter().tiers().size() ? List.of() : below.reversed(),
                consult(),
                tier().map(Tier::stay).isPresent(),
                tier().map(Tier::timebox).isPresent(),
                acts());
    }

    private List<Choice> consult() {
        var tiers = charter().tiers().stream()
                .filter(tier -> !tier.id().equals(ticket.tier()))
                .map(tier -> new Choice(tier.id(), tier.name(), ""));
        var named = tier().map(Tier::escalation).stream()
                .flatMap(way -> way.judgement().mayConsult().stream())
                .map(role -> new Choice(role, words.whom(role), ""));
        return Stream.concat(tiers, named).toList();
    }

    /** What this severity's promises ask for first, then what others do, then what the charter declares besides. */
    private List<Named> acts() {
        var ids = new LinkedHashSet<String>();
        var own = charter().severities().find(ticket.severity()).stream();
        Stream.concat(own, charter().severities().all().stream())
                .flatMap(ActChoices::asked)
                .forEach(ids::add);
        ids.addAll(charter().practice().acts().keySet());
        return ids.stream()
                .map(id -> new Named(id, words.act(id), id.equals(FIX_DATE)))
                .toList();
    }

    private static Stream<String> asked(Severity severity) {
        return Stream.concat(severity.targets().values().stream(), severity.aims().values().stream())
                .map(Target::metBy)
                .flatMap(by -> by.ways().stream())
                .flatMap(way -> way.stream().sorted());
    }

    /** The next stage, unless another act brings it about. */
    private Stages stages() {
        var process = Process.of(charter(), ticket.stage());
        var here = ticket.stage() == null ? null : words.stage(ticket.stage());
        return new Stages(
                here,
                process.next()
                        .filter(stage -> stage.by() != Stage.By.RESOLVED)
                        .map(this::next)
                        .orElse(null));
    }

    private Choice next(Stage stage) {
        return new Choice(
                stage.id(), stage.name(), stage.needs().isEmpty() ? "" : "needs " + String.join(", ", stage.needs()));
    }

    private Vendors vendors(Past past) {
        var all = charter().offers().vendors().values().stream()
                .map(vendor -> new Choice(vendor.id(), vendor.name(), ""))
                .toList();
        return new Vendors(all, past.atVendor());
    }

    private @Nullable String timebox(Past past) {
        var box = tier().map(Tier::timebox).orElse(null);
        return box == null || !past.boxed() || !ticket.status().unresolved()
                ? null
                : "%s of handling on %s: escalate?".formatted(Moments.length(box), words.tierName(ticket.tier()));
    }
}
