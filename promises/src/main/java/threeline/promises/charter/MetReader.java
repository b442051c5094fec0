package threeline.promises.charter;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import threeline.promises.sla.MetBy;
import threeline.promises.source.Kind;
import threeline.promises.source.Kinds;
import threeline.promises.source.Names.Sort;
import threeline.promises.source.Node;
import threeline.promises.source.Reader;
import threeline.promises.source.Scalars;
import threeline.promises.source.Schema;

/** Reads which acts meet a target: all of a list, or one of {@code any:}, each of which may be a list again. */
final class MetReader implements Kind<MetBy> {

    private static final Kind<List<String>> ACTS = Kinds.some(Scalars.name(Sort.ACT));

    @Override
    public @Nullable MetBy read(Node node, Reader reader) {
        if (!(node instanceof Node.Fields fields)) {
            return all(node, reader);
        }
        var only = fields.fields().size() == 1 ? fields.fields().getFirst() : null;
        if (only == null || !only.key().value().equals("any")) {
            return reader.bad(
                    node, "met is a list of acts, or { any: [..] }", "write met: { any: [one, [two, three]] }");
        }
        return any(only.value(), reader);
    }

    private static @Nullable MetBy all(Node node, Reader reader) {
        var acts = ACTS.read(node, reader);
        return acts == null || acts.isEmpty() ? null : MetBy.all(new HashSet<>(acts));
    }

    private static MetBy any(Node node, Reader reader) {
        var ways = new ArrayList<Set<String>>();
        for (var each : node instanceof Node.Items items ? items.nodes() : List.of(node)) {
            var way = ACTS.read(each, reader);
            if (way != null && !way.isEmpty()) {
                ways.add(new HashSet<>(way));
            }
        }
        return new MetBy(ways);
    }

    @Override
    public Schema schema() {
        var nested = Schema.of("type", "array").and("items", ACTS.schema());
        var any = Schema.of("type", "object")
                .and("properties", java.util.Map.of("any", Schema.any(ACTS.schema(), nested)))
                .and("required", List.of("any"))
                .and("additionalProperties", false);
        return Schema.any(ACTS.schema(), any);
    }
}
