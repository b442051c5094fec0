package threeline.promises.rehearsal;

import threeline.promises.charter.Charter;
import threeline.promises.keeping.Act;

/** How a ticket comes in where the scenario leaves its severity open: by its channel, else by the charter's default. */
final class Arrival {

    private Arrival() {}

    static Act.Opened of(Charter charter, Act.Opened act) {
        return act.severity().isEmpty()
                ? new Act.Opened(act.at(), severity(charter, act), act.channel(), act.live(), act.asked())
                : act;
    }

    private static String severity(Charter charter, Act.Opened act) {
        var channel =
                act.channel() == null ? null : charter.channel(act.channel()).orElse(null);
        var given = channel == null ? null : channel.severity().given();
        return given == null ? charter.defaultSeverity().id() : given;
    }
}
