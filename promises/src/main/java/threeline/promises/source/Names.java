package threeline.promises.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a file declares and what it refers to: settled when all of it has been read, so order doesn't matter. */
public final class Names {

    /** What is named. */
    public enum Sort {
        CALENDAR("calendar"),
        TIER("tier"),
        GROUP("group"),
        SEVERITY("severity"),
        HOLD("hold"),
        CHANNEL("channel"),
        CATEGORY("category"),
        APPLICATION("application"),
        ACT("act"),
        PACKAGE("package"),
        VENDOR("vendor"),
        STAGE("stage"),
        TICKET("ticket"),
        REASON("reason"),
        KNOWLEDGE("application or category");

        private final String word;

        Sort(String word) {
            this.word = word;
        }

        @Override
        public String toString() {
            return word;
        }
    }

    private record Reference(Sort sort, String scope, Node.Text text) {}

    private record Declared(Sort sort, String scope) {}

    /** The scope of what is known everywhere. */
    static final String EVERYWHERE = "";

    private final Map<Declared, Set<String>> declared = new HashMap<>();
    private final List<Reference> references = new ArrayList<>();

    public void declare(Sort sort, String name) {
        declare(sort, EVERYWHERE, name);
    }

    /** Declares a name that only what stands in the same scope may use. */
    void declare(Sort sort, String scope, String name) {
        declared.computeIfAbsent(new Declared(sort, scope), _ -> new LinkedHashSet<>())
                .add(name);
    }

    String refer(Sort sort, String scope, Node.Text text) {
        references.add(new Reference(sort, scope, text));
        return text.value();
    }

    private Set<String> known(Sort sort, String scope) {
        var known = new LinkedHashSet<>(declared.getOrDefault(new Declared(sort, EVERYWHERE), Set.of()));
        known.addAll(declared.getOrDefault(new Declared(sort, scope), Set.of()));
        return known;
    }

    private boolean isKnown(Reference reference) {
        var name = reference.text().value();
        return declared.getOrDefault(new Declared(reference.sort(), EVERYWHERE), Set.of())
                        .contains(name)
                || declared.getOrDefault(new Declared(reference.sort(), reference.scope()), Set.of())
                        .contains(name);
    }

    /** Reports every name that nothing declares. */
    public void settle(Findings findings) {
        for (var reference : references) {
            var name = reference.text().value();
            if (!isKnown(reference)) {
                var known = known(reference.sort(), reference.scope());
                findings.error(
                        Code.NAME_UNKNOWN,
                        reference.text().at(),
                        "there is no %s \"%s\"".formatted(reference.sort(), name),
                        Nearest.remedy(name, known));
            }
        }
    }
}
