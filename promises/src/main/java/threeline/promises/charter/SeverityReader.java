package threeline.promises.charter;

import java.util.List;
import java.util.Map;
import threeline.promises.sla.Metric;
import threeline.promises.sla.Target;
import threeline.promises.source.Form;
import threeline.promises.source.Key;
import threeline.promises.source.Kind;
import threeline.promises.source.Kinds;
import threeline.promises.source.Names.Sort;
import threeline.promises.source.Scalars;
import threeline.promises.source.Section;

/** Reads one severity: what it means, how it may come in, what is promised for it. */
final class SeverityReader {

    /** A severity with what only the charter as a whole can use of it. */
    record Declared(Severity severity, boolean byDefault, List<String> was) {}

    private static final Key<String> NAME = Key.of("name", Scalars.TEXT, "what people call it; else its key");
    private static final Key<String> MEANS =
            Key.of("means", Scalars.TEXT, "what it means, shown wherever it is chosen");
    private static final Key<Boolean> DEFAULT =
            Key.of("default", Scalars.FLAG, "given where nobody chooses; else the last");
    private static final Key<List<String>> EXAMPLES =
            Key.of("examples", Kinds.some(Scalars.TEXT), "examples that help to choose");
    private static final Key<List<String>> CHARACTERISTICS =
            Key.of("characteristics", Kinds.some(Scalars.TEXT), "of these the one who raises it ticks at least one");
    private static final Key<List<String>> VIA =
            Key.of("via", Kinds.some(Scalars.name(Sort.CHANNEL)), "the channels by which it may come in; else all");
    private static final Key<Map<Metric, Target>> TARGETS =
            Key.of("targets", TargetsReader.TARGETS, "what is promised to requesters");
    private static final Key<Map<Metric, Target>> AIMS =
            Key.of("aims", TargetsReader.TARGETS, "what the desk sets itself, never shown to requesters");
    private static final Key<Rise> RISES = Key.of("rises", RiseReader.RISE, "how it goes up by itself");
    private static final Key<List<String>> WAS =
            Key.of("was", Kinds.some(Scalars.TEXT), "what earlier versions of the charter called it");

    static final Section SECTION = Section.of(
            "a severity",
            "how bad it is, and what is promised for it; the highest stands first",
            NAME,
            MEANS,
            DEFAULT,
            EXAMPLES,
            CHARACTERISTICS,
            VIA,
            TARGETS,
            AIMS,
            RISES,
            WAS);

    static final Kind<Declared> SEVERITY = Kinds.section(SECTION, SeverityReader::severity);

    private SeverityReader() {}

    private static Declared severity(Form form) {
        var id = form.name();
        var guidance = new Guidance(
                form.get(NAME, id),
                form.get(MEANS, ""),
                form.get(EXAMPLES, List.of()),
                form.get(CHARACTERISTICS, List.of()));
        var severity = new Severity(
                id,
                guidance,
                form.get(VIA, List.of()),
                form.get(TARGETS, Map.of()),
                form.get(AIMS, Map.of()),
                form.get(RISES));
        return new Declared(severity, form.get(DEFAULT, false), form.get(WAS, List.of()));
    }
}
