package threeline.promises.rehearsal;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import threeline.promises.calendar.Region;
import threeline.promises.charter.Texts;
import threeline.promises.keeping.Terms;
import threeline.promises.source.Form;
import threeline.promises.source.Key;
import threeline.promises.source.Kind;
import threeline.promises.source.Kinds;
import threeline.promises.source.Names.Sort;
import threeline.promises.source.Node;
import threeline.promises.source.Scalars;
import threeline.promises.source.Schema;
import threeline.promises.source.Section;

/** Reads a whole scenario: its charter first, since the steps speak in its zone and of its names. */
final class ScenarioReader {

    private static final Key<String> BOUGHT = Key.of("package", Scalars.name(Sort.PACKAGE), "what it bought");
    private static final Key<ZoneId> ZONE = Key.of("zone", Scalars.ZONE, "its own zone");
    private static final Key<Region> HOLIDAYS = Key.of("holidays", Texts.REGION, "its own holidays");
    private static final Key<Map<String, List<String>>> PEOPLE =
            Key.of("people", Kinds.open(Kinds.some(Scalars.TEXT)), "addresses of its people, and the roles of each");
    private static final Section ORGANIZATION =
            Section.of("an organization", "who is supported, on which terms", BOUGHT, ZONE, HOLIDAYS, PEOPLE);

    private static final Key<Node.Text> CHARTER =
            Key.needed("charter", WholeDesk.FILE, "the charter's file, relative to this one");
    private static final Key<Map<String, Organization>> ORGANIZATIONS = Key.of(
            "organizations", Kinds.open(Kinds.section(ORGANIZATION, ScenarioReader::organization)), "who is supported");
    private static final Key<List<Node>> STEPS = Key.needed(
            "steps",
            Kinds.of(
                    (node, reader) -> node instanceof Node.Items items
                            ? items.nodes()
                            : reader.bad(
                                    node, "steps are a list, this is " + node.kind(), "write - { at: …, open: T1 }"),
                    ScenarioReader::steps),
            "what happens, in the order of time");

    static final Section SECTION =
            Section.of("a scenario", "a scripted history with expectations", CHARTER, ORGANIZATIONS, STEPS);

    private final Charters charters;

    ScenarioReader(Charters charters) {
        this.charters = charters;
    }

    Kind<Scenario> kind() {
        return Kinds.section(SECTION, this::scenario);
    }

    private @Nullable Scenario scenario(Form form) {
        var file = form.get(CHARTER);
        var charter = file == null ? null : charters.named(file);
        var steps = form.get(STEPS);
        if (charter == null || file == null || steps == null) {
            return null;
        }
        var organizations = new Organizations(form.get(ORGANIZATIONS, Map.of()));
        var reader = new StepsReader(charters, charter.zone(), organizations, form.reader());
        var read = reader.all(steps);
        charters.declare(form.reader().names());
        return new Scenario(file.value(), charter, read);
    }

    private static Organization organization(Form form) {
        var terms = new Terms(form.get(BOUGHT), form.get(ZONE), form.get(HOLIDAYS));
        return new Organization(terms, form.get(PEOPLE, Map.of()));
    }

    private static Schema steps() {
        var kinds = new ArrayList<Schema>();
        Verb.sections()
                .forEach(section -> kinds.add(Kinds.section(section, _ -> null).schema()));
        return Schema.of("type", "array").and("items", Schema.of("anyOf", kinds));
    }
}
