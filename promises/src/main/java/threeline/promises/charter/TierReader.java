package threeline.promises.charter;

import java.util.List;
import java.util.Set;
import threeline.promises.source.Form;
import threeline.promises.source.Key;
import threeline.promises.source.Kind;
import threeline.promises.source.Kinds;
import threeline.promises.source.Names.Sort;
import threeline.promises.source.Scalars;
import threeline.promises.source.Section;
import threeline.promises.tier.Remit;
import threeline.promises.tier.Takes;
import threeline.promises.tier.Tier;
import threeline.promises.tier.TierRules;

/** Reads one tier. */
final class TierReader {

    /** A tier with what earlier versions called it. */
    record Declared(Tier tier, List<String> was) {}

    private static final Key<String> NAME = Key.of("name", Scalars.TEXT, "what the desk calls it; else its key");
    private static final Key<List<Takes>> TAKES = Key.of(
            "takes",
            Kinds.some(Scalars.word(Takes.class)),
            "how tickets reach it: direct, escalations, overflow, by-name; else direct for the first, escalations for others");
    private static final Key<String> COVER =
            Key.of("cover", Scalars.name(Sort.CALENDAR), "when it is promised that somebody of this tier is there");
    private static final Key<List<String>> DOES = Key.of("does", Kinds.some(Scalars.TEXT), "in words: what it does");
    private static final Key<List<String>> NEVER =
            Key.of("never", Kinds.some(Scalars.TEXT), "in words: what it never does");
    private static final Key<List<String>> WAS =
            Key.of("was", Kinds.some(Scalars.TEXT), "what earlier versions of the charter called it");

    static final Section SECTION = Section.of(
            "a tier",
            "a level of support and its rules; the lowest stands first",
            NAME,
            TAKES,
            COVER,
            TierRulesReader.TIMEBOX,
            TierRulesReader.STAY,
            TierRulesReader.OVERFLOW,
            TierRulesReader.ESCALATE,
            TierRulesReader.HANDOVER,
            DOES,
            NEVER,
            WAS);

    static final Kind<Declared> TIER = Kinds.section(SECTION, TierReader::tier);

    private TierReader() {}

    private static Declared tier(Form form) {
        var id = form.name();
        var rules = TierRulesReader.rules(form);
        var remit = new Remit(form.get(DOES, List.of()), form.get(NEVER, List.of()));
        var takes = Set.copyOf(form.get(TAKES, List.of()));
        return new Declared(
                new Tier(id, form.get(NAME, id), takes, form.get(COVER), rules, remit), form.get(WAS, List.of()));
    }

    /** What a tier takes where the charter doesn't say. */
    static Tier withUsualWays(Tier tier, boolean first) {
        if (!tier.takes().isEmpty()) {
            return tier;
        }
        var takes = Set.of(first ? Takes.DIRECT : Takes.ESCALATIONS);
        return new Tier(tier.id(), tier.name(), takes, tier.cover(), tier.rules(), tier.remit());
    }

    /** The one tier of a charter that declares none. */
    static Tier only() {
        return new Tier("1", "Support", Set.of(Takes.DIRECT), null, TierRules.NONE, Remit.UNSAID);
    }
}
