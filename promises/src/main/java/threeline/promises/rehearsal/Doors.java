package threeline.promises.rehearsal;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import threeline.promises.charter.Charter;
import threeline.promises.charter.Entrance;
import threeline.promises.keeping.Act;

/** The ways in, as the buyers of each package find them. */
final class Doors {

    private final Charter charter;
    private final Map<String, Charter> sold = new HashMap<>();

    Doors(Charter charter) {
        this.charter = charter;
    }

    /** Where a scenario doesn't say by which channel something comes, an agent logs it, and nothing stands against it. */
    Entrance entrance(Act.Opened act, Requester requester) {
        var channel = act.channel();
        return channel == null
                ? new Entrance.Admitted()
                : Entrance.of(as(requester.terms().bought()), channel, act.severity(), requester.roles(), act.at());
    }

    private Charter as(@Nullable String bought) {
        return bought == null ? charter : sold.computeIfAbsent(bought, name -> charter.promisedTo(name, null, null));
    }
}
