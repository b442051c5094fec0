package threeline.promises.rehearsal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import threeline.promises.keeping.Act;
import threeline.promises.source.Form;
import threeline.promises.source.Key;
import threeline.promises.source.Node;
import threeline.promises.source.Section;

/** What a step may do to a ticket: the key that names it, what may stand beside, and the act that comes of it. */
record Verb(Section section, Key<String> ticket, Making making) {

    /** Makes an act of what stands in a step; null when something that it needs is missing, which is told already. */
    interface Making {
        @Nullable
        Act act(Form form, Instant at);
    }

    static final List<Verb> ALL = Verbs.all();

    /** The verb of a step: the first of these that is written, since some are also what stands beside another. */
    static Optional<Verb> of(Node.Fields step) {
        return ALL.stream()
                .filter(verb -> step.fields().stream()
                        .anyMatch(field -> field.key().value().equals(verb.name())))
                .findFirst();
    }

    static List<String> names() {
        var names = new ArrayList<>(ALL.stream().map(Verb::name).toList());
        names.addAll(List.of("expect", "release-moved", "in-force"));
        return names;
    }

    static List<Section> sections() {
        var sections = new ArrayList<>(ALL.stream().map(Verb::section).toList());
        sections.addAll(List.of(ExpectReader.SECTION, WholeDesk.MOVED, WholeDesk.IN_FORCE));
        return sections;
    }

    String name() {
        return ticket.name();
    }
}
