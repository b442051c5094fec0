package threeline.desk.ticket;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import threeline.desk.contract.CharterInForce;
import threeline.desk.contract.Charters;

/** Judges many tickets anew to which nothing happened but another version of the charter. */
@Component
class Rejudging {

    private static final Logger LOG = LoggerFactory.getLogger(Rejudging.class);
    private static final int AT_ONCE = 500;

    private final PromiseKeeper promises;
    private final Charters charters;

    Rejudging(PromiseKeeper promises, Charters charters) {
        this.promises = promises;
        this.charters = charters;
    }

    /** As they will stand when the version comes. */
    List<Story> judgedWith(CharterInForce coming, List<Story> some) {
        return charters.asIf(coming, () -> judged(some, coming.inForceAt()));
    }

    /** What can't be judged is left out and stays as it is; it keeps no other from following. */
    List<Story> judged(List<Story> some, Instant at) {
        var judged = new ArrayList<Story>();
        for (var story : some) {
            try {
                judged.add(story.judged(promises, story.lookedAt(at)));
            } catch (RuntimeException failed) {
                LOG.error("ticket {} can't follow the charter", story.ticket().number(), failed);
            }
        }
        return judged;
    }

    static void chunks(List<TicketNumber> all, Consumer<List<TicketNumber>> work) {
        for (var from = 0; from < all.size(); from += AT_ONCE) {
            work.accept(all.subList(from, Math.min(all.size(), from + AT_ONCE)));
        }
    }
}
