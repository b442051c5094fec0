package threeline.promises.charter;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import threeline.promises.calendar.Window;
import threeline.promises.source.Kind;
import threeline.promises.source.Node;
import threeline.promises.source.Reader;
import threeline.promises.source.Scalars;
import threeline.promises.source.Schema;

/** Dates with hours of their own. */
final class Dates implements Kind<Map<LocalDate, List<Window>>> {

    @Override
    public @Nullable Map<LocalDate, List<Window>> read(Node node, Reader reader) {
        if (!(node instanceof Node.Fields fields)) {
            return reader.bad(
                    node, "expected dates with hours, found " + node.kind(), "write { 2026-12-24: 09:00-12:00 }");
        }
        var dates = new HashMap<LocalDate, List<Window>>();
        for (var field : fields.fields()) {
            var date = Scalars.DATE.read(field.key(), reader);
            var windows = reader.under(field.key(), field.value(), Texts.WINDOWS);
            if (date != null && windows != null) {
                dates.put(date, windows);
            }
        }
        return dates;
    }

    @Override
    public Schema schema() {
        return Schema.of("type", "object").and("additionalProperties", Texts.WINDOWS.schema());
    }
}
