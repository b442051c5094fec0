package threeline.promises.check;

import java.util.List;
import java.util.Optional;
import threeline.promises.charter.Channel;
import threeline.promises.charter.Charter;
import threeline.promises.charter.Severity;

/** The ways in by which a severity may come. */
final class Ways {

    private Ways() {}

    static List<Channel> of(Charter charter, Severity severity) {
        return severity.via().isEmpty()
                ? List.copyOf(charter.channels().values())
                : severity.via().stream()
                        .map(charter::channel)
                        .flatMap(Optional::stream)
                        .toList();
    }
}
