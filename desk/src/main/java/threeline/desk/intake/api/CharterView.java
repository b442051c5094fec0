package threeline.desk.intake.api;

import java.time.Instant;
import java.util.List;
import threeline.desk.contract.CharterInForce;
import threeline.promises.charter.Charter;

/** The charter in force: the names that the API takes, and its text. */
record CharterView(
        int version,
        Instant inForceAt,
        String name,
        String prefix,
        String zone,
        List<SeverityView> severities,
        List<Named> groups,
        List<Named> holds,
        List<String> channels,
        String text) {

    record SeverityView(String id, String name, String means, boolean byDefault) {}

    record Named(String id, String name) {}

    static CharterView of(CharterInForce it) {
        var charter = it.charter();
        return new CharterView(
                it.number(),
                it.inForceAt(),
                charter.name(),
                charter.prefix(),
                charter.zone().getId(),
                severities(charter),
                charter.groups().stream()
                        .map(group -> new Named(group.id(), group.name()))
                        .toList(),
                charter.holds().values().stream()
                        .map(hold -> new Named(hold.id(), hold.name()))
                        .toList(),
                List.copyOf(charter.channels().keySet()),
                it.text());
    }

    private static List<SeverityView> severities(Charter charter) {
        var byDefault = charter.defaultSeverity().id();
        return charter.severities().all().stream()
                .map(it ->
                        new SeverityView(it.id(), it.name(), it.means(), it.id().equals(byDefault)))
                .toList();
    }
}
