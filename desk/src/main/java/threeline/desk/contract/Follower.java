package threeline.desk.contract;

import java.time.Duration;
import java.util.List;
import threeline.promises.succession.Sort;

/**
 * Whoever keeps what follows from a charter and has to follow a new version of it. It does so when it is told
 * {@link CharterPut}, in that transaction; what it made ready before need not be done then.
 */
public interface Follower {

    /** What unresolved tickets use of a charter. */
    List<InUse> inUse();

    /** How long it takes to make ready for another version; nothing where it can follow at once. */
    Duration readyWithin();

    /** Makes ready for a version that is coming. May be asked again, and takes up where it was left. */
    void prepare(CharterInForce coming);

    /** Whether so little is left to be made ready for it that it can come without keeping anybody waiting. */
    boolean isReady(CharterInForce coming);

    /** Something of a charter, how many tickets use it, and some of their numbers. */
    record InUse(Sort sort, String name, int count, List<Long> tickets) {

        public InUse {
            tickets = List.copyOf(tickets);
        }
    }
}
