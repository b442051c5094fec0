package threeline.desk.contract.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import threeline.desk.contract.Outlook.Kind;
import threeline.desk.contract.Outlook.Line;
import threeline.promises.charter.Charter;
import threeline.promises.charter.Severity;

/** How a preview is told. */
record PreviewWords(Charter charter, CharterPages pages) {

    String severity(String id) {
        return charter.severities().find(id).map(Severity::name).orElse(id);
    }

    String reference(long number) {
        return charter.prefix() + "-" + number;
    }

    String promise(String metric, boolean aim) {
        var word = metric.replace('-', ' ');
        return aim ? word + ", aim" : word;
    }

    /** {@code Medium, resolution: sooner} */
    String kind(Kind it) {
        var how = switch (it.way()) {
            case SOONER -> "due sooner";
            case LATER -> "due later";
            case BEGINS -> "due, which it isn't now";
            case ENDS -> "no longer due";
        };
        return "%s, %s: %s".formatted(severity(it.severity()), promise(it.metric(), it.aim()), how);
    }

    String before(Line it) {
        return due(it.dueBefore(), "not due");
    }

    String after(Line it) {
        return due(it.dueAfter(), "not due");
    }

    private String due(@Nullable Instant at, String otherwise) {
        return at == null ? otherwise : pages.when(at);
    }
}
