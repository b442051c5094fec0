package threeline.promises.charter;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
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
import threeline.promises.source.Reader;
import threeline.promises.source.Scalars;
import threeline.promises.source.Schema;
import threeline.promises.source.Section;

/** Reads what is promised for a severity, metric by metric. */
final class TargetsReader {

    private static final String NEXT_RELEASE = "next-release";

    private static final Key<Node> WITHIN = Key.of(
            "within",
            Kinds.of((node, _) -> node, () -> Limits.SCHEMA),
            "a figure on a calendar, a range of two, or next-release");
    private static final Key<String> MEASURED = Key.of(
            "measured", Scalars.name(Sort.CALENDAR), "the calendar on which it is only counted, without a limit");
    private static final Key<MetBy> MET =
            Key.of("met", new MetReader(), "acts that meet it: all listed, or one of any:");
    private static final Key<List<Integer>> WARN =
            Key.of("warn", Kinds.some(Texts.PERCENT), "warn at these percentages of the limit; else at 50 and 80");

    private static final Section TARGET =
            Section.of("a target", "a promise for one metric, in full", WITHIN, MEASURED, MET, WARN);

    private static final Key<Target> RESPONSE = Key.of("response", target(Metric.RESPONSE), "until the first answer");
    private static final Key<Target> NEXT_RESPONSE =
            Key.of("next-response", target(Metric.NEXT_RESPONSE), "until the answer to a later contact");
    private static final Key<Target> RESOLUTION =
            Key.of("resolution", target(Metric.RESOLUTION), "until it is resolved, or met by other acts");

    static final Section SECTION =
            Section.of("targets", "what is promised, metric by metric", RESPONSE, NEXT_RESPONSE, RESOLUTION);

    static final Kind<Map<Metric, Target>> TARGETS = Kinds.section(SECTION, TargetsReader::targets);

    private TargetsReader() {}

    private static Map<Metric, Target> targets(Form form) {
        var targets = new EnumMap<Metric, Target>(Metric.class);
        for (var key : List.of(RESPONSE, NEXT_RESPONSE, RESOLUTION)) {
            var target = form.get(key);
            if (target != null) {
                targets.put(target.metric(), target);
            }
        }
        return targets;
    }

    /** A figure, or the whole of it with what meets it. */
    static Kind<Target> target(Metric metric) {
        return Kinds.of(
                (node, reader) ->
                        node instanceof Node.Fields ? inFull(metric, node, reader) : within(metric, node, null, reader),
                () -> Schema.any(Limits.SCHEMA, Kinds.section(TARGET, _ -> "").schema()));
    }

    private static @Nullable Target inFull(Metric metric, Node node, Reader reader) {
        var form = Form.of(TARGET, node, reader);
        if (form == null) {
            return null;
        }
        var met = form.get(MET, MetBy.NATURE);
        var measured = form.get(MEASURED);
        var within = form.get(WITHIN);
        if (measured != null && within == null) {
            return new Target.Measured(metric, measured, met, citation(node, reader));
        }
        if (within == null || measured != null) {
            return form.has(WITHIN) && measured == null
                    ? null
                    : reader.bad(node, "a target has either within or measured", "keep the one that is meant");
        }
        return within instanceof Node.Text text && text.value().equals(NEXT_RELEASE)
                ? new Target.NextRelease(metric, met, citation(within, reader))
                : within(metric, within, form, reader);
    }

    private static @Nullable Target within(Metric metric, Node node, @Nullable Form form, Reader reader) {
        if (node instanceof Node.Text text && text.value().equals(NEXT_RELEASE)) {
            return new Target.NextRelease(metric, MetBy.NATURE, citation(node, reader));
        }
        if (node instanceof Node.Text text && text.value().equals(Texts.TO_FOLLOW)) {
            return Texts.toFollow(text, reader, "this figure", null);
        }
        var range = Limits.range(node, reader);
        if (range == null) {
            return null;
        }
        var warn = form == null ? Target.USUAL_WARNINGS : form.get(WARN, Target.USUAL_WARNINGS);
        var met = form == null ? MetBy.NATURE : form.get(MET, MetBy.NATURE);
        return new Target.Within(metric, range.expected(), range.limit(), warn, met, citation(node, reader));
    }

    /** The line of the charter that sets a target, as its author wrote it. */
    static Citation citation(Node node, Reader reader) {
        var line = node.at().line();
        return new Citation(line, reader.source().line(line).strip());
    }
}
