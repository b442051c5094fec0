package threeline.promises.charter;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import threeline.promises.sla.Citation;
import threeline.promises.sla.MetBy;
import threeline.promises.sla.Metric;
import threeline.promises.sla.Target;
import threeline.promises.source.Form;
import threeline.promises.source.Key;
import threeline.promises.source.Kind;
import threeline.promises.source.Kinds;
import threeline.promises.source.Names.Sort;
import threeline.promises.source.Node;
import threeline.promises.source.Scalars;
import threeline.promises.source.Section;
import threeline.promises.tier.Acceptance;
import threeline.promises.tier.Escalation;
import threeline.promises.tier.Overflow;
import threeline.promises.tier.Stay;
import threeline.promises.tier.Then;
import threeline.promises.tier.TierRules;

/** Reads the rules that move tickets off a tier. */
final class TierRulesReader {

    private static final Key<List<String>> TELL =
            Key.of("tell", Kinds.some(Scalars.TEXT), "roles or people who are told");
    private static final Key<Then> THEN = Key.of("then", Scalars.word(Then.class), "escalate or alert; else alert");

    private static final Key<List<Target.Within>> LIMIT =
            Key.needed("limit", Kinds.some(stayLimit()), "one limit or several, of which the first to bind rules");
    private static final Key<List<String>> CONSULTATION = Key.of(
            "consultation", Kinds.some(Scalars.name(Sort.TIER)), "consulting one of these tiers starts the stay anew");
    private static final Key<List<String>> RESETS = Key.of(
            "resets",
            Kinds.section(
                    Section.of("resets", "what starts a stay anew", CONSULTATION),
                    form -> form.get(CONSULTATION, List.of())),
            "what starts a stay anew");
    private static final Section STAYS =
            Section.of("stay", "how long a ticket may stay on the tier", LIMIT, THEN, RESETS, TELL);

    private static final Key<Integer> WAITING =
            Key.needed("waiting", Scalars.COUNT, "more open tickets of this tier than this, not on hold");
    private static final Key<String> OVERFLOW_TO =
            Key.needed("to", Scalars.name(Sort.TIER), "the tier that takes what is too much");
    private static final Key<Integer> OVERFLOW_WHEN = Key.needed(
            "when",
            Kinds.section(Section.of("when", "what is too much", WAITING), form -> form.get(WAITING)),
            "what is too much");
    private static final Section OVERFLOWS =
            Section.of("overflow", "where tickets go when too many wait", OVERFLOW_TO, OVERFLOW_WHEN);

    private static final Key<String> ESCALATE_TO = Key.needed(
            "to",
            Kinds.of(
                    (node, reader) ->
                            node instanceof Node.Text text && text.value().equals(Escalation.PROJECT)
                                    ? Escalation.PROJECT
                                    : Scalars.name(Sort.TIER).read(node, reader),
                    Scalars.TEXT::schema),
            "the tier that takes it, or project");
    private static final Key<Map<String, String>> REASONS =
            Key.of("when", Kinds.open(Scalars.TEXT), "the reasons: a word for each, and what it says to people");
    private static final Key<List<String>> JUDGES =
            Key.of("judges", Kinds.some(Scalars.TEXT), "who judges that a reason holds");
    private static final Key<String> DECIDES = Key.of("decides", Scalars.TEXT, "who decides in the end");
    private static final Key<List<String>> MAY_CONSULT =
            Key.of("may-consult", Kinds.some(Scalars.TEXT), "whom the one who decides may ask");
    private static final Section ESCALATES =
            Section.of("escalate", "the way up", ESCALATE_TO, REASONS, JUDGES, DECIDES, MAY_CONSULT);

    private static final Key<Accept> ACCEPT =
            Key.needed("accept", accept(), "how soon the receiver accepts, on the receiver's cover");
    private static final Section HANDS_OVER =
            Section.of("handover", "what is expected when one watch hands over to the next", ACCEPT, THEN, TELL);

    static final Key<Duration> TIMEBOX =
            Key.of("timebox", Texts.DURATION, "handling time before escalation is proposed; never a block");
    static final Key<Stay> STAY =
            Key.of("stay", Kinds.section(STAYS, TierRulesReader::stay), "how long a ticket may stay");
    static final Key<Overflow> OVERFLOW = Key.of(
            "overflow", Kinds.section(OVERFLOWS, TierRulesReader::overflow), "where tickets go when too many wait");
    static final Key<Escalation> ESCALATE =
            Key.of("escalate", Kinds.section(ESCALATES, TierRulesReader::escalation), "the way up, and its reasons");
    static final Key<Acceptance> HANDOVER = Key.of(
            "handover", Kinds.section(HANDS_OVER, TierRulesReader::acceptance), "how soon a handover is accepted");

    private TierRulesReader() {}

    static TierRules rules(Form form) {
        return new TierRules(
                form.get(TIMEBOX), form.get(STAY), form.get(OVERFLOW), form.get(ESCALATE), form.get(HANDOVER));
    }

    /** A duration, and the line that sets it. */
    private record Accept(Duration within, Citation citation) {}

    private static Kind<Accept> accept() {
        return Kinds.of(
                (node, reader) -> {
                    var within = Texts.DURATION.read(node, reader);
                    return within == null ? null : new Accept(within, TargetsReader.citation(node, reader));
                },
                Texts.DURATION::schema);
    }

    private static Kind<Target.Within> stayLimit() {
        return Kinds.of(
                (node, reader) -> {
                    var limit = Limits.LIMIT.read(node, reader);
                    return limit == null
                            ? null
                            : new Target.Within(
                                    Metric.STAY,
                                    null,
                                    limit,
                                    Target.USUAL_WARNINGS,
                                    MetBy.NATURE,
                                    TargetsReader.citation(node, reader));
                },
                Limits.LIMIT::schema);
    }

    private static @Nullable Stay stay(Form form) {
        var limits = form.get(LIMIT, List.of());
        var resets = Set.copyOf(form.get(RESETS, List.of()));
        return limits.isEmpty()
                ? null
                : new Stay(limits, form.get(THEN, Then.ALERT), resets, form.get(TELL, List.of()));
    }

    private static @Nullable Overflow overflow(Form form) {
        var to = form.get(OVERFLOW_TO);
        var waiting = form.get(OVERFLOW_WHEN);
        return to == null || waiting == null ? null : new Overflow(to, waiting);
    }

    private static @Nullable Escalation escalation(Form form) {
        var to = form.get(ESCALATE_TO);
        var judgement = new Escalation.Judgement(
                form.get(JUDGES, List.of()), form.get(DECIDES), form.get(MAY_CONSULT, List.of()));
        return to == null ? null : new Escalation(to, form.get(REASONS, Map.of()), judgement);
    }

    private static @Nullable Acceptance acceptance(Form form) {
        var accept = form.get(ACCEPT);
        return accept == null
                ? null
                : new Acceptance(
                        accept.within(), form.get(THEN, Then.ALERT), form.get(TELL, List.of()), accept.citation());
    }
}
