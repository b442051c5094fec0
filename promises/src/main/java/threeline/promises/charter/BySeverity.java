package threeline.promises.charter;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import threeline.promises.sla.Metric;
import threeline.promises.sla.Target;
import threeline.promises.source.Kind;
import threeline.promises.source.Kinds;
import threeline.promises.source.Names.Sort;
import threeline.promises.source.Node;
import threeline.promises.source.Reader;
import threeline.promises.source.Schema;

/** Targets by the severities of the charter, which are declared elsewhere. */
final class BySeverity implements Kind<Map<String, Map<Metric, Target>>> {

    private static final Kind<Map<String, Map<Metric, Target>>> OPEN = Kinds.open(TargetsReader.TARGETS);

    @Override
    public @Nullable Map<String, Map<Metric, Target>> read(Node node, Reader reader) {
        if (node instanceof Node.Fields fields) {
            fields.fields().forEach(field -> reader.refer(Sort.SEVERITY, field.key()));
        }
        var read = OPEN.read(node, reader);
        return read == null ? null : new LinkedHashMap<>(read);
    }

    @Override
    public Schema schema() {
        return OPEN.schema();
    }
}
