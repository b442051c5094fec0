package threeline.promises.source;

import java.util.ArrayList;
import java.util.EnumMap;
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

    private record Reference(Sort sort, Node.Text text) {}

    private final Map<Sort, Set<String>> declared = new EnumMap<>(Sort.class);
    private final List<Reference> references = new ArrayList<>();

    public void declare(Sort sort, String name) {
        declared.computeIfAbsent(sort, _ -> new LinkedHashSet<>()).add(name);
    }

    public String refer(Sort sort, Node.Text text) {
        references.add(new Reference(sort, text));
        return text.value();
    }

    public Set<String> of(Sort sort) {
        return declared.getOrDefault(sort, Set.of());
    }

    /** Reports every name that nothing declares. */
    public void settle(Findings findings) {
        for (var reference : references) {
            var name = reference.text().value();
            var known = of(reference.sort());
            if (!known.contains(name)) {
                findings.error(
                        Code.NAME_UNKNOWN,
                        reference.text().at(),
                        "there is no %s \"%s\"".formatted(reference.sort(), name),
                        Nearest.remedy(name, known));
            }
        }
    }
}
