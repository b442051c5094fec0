package threeline.promises.keeping;

import java.time.Instant;
import java.util.List;

/** Keeps the desk's word, or finds that it isn't kept: judges a ticket by its whole history. Pure. */
public final class Keeper {

    private Keeper() {}

    /**
     * How a ticket stands at {@code now}.
     *
     * @param versions of the charter, in order of their instants; one at least
     * @param terms of the requester's organization at the opening
     * @param acts in order of their instants, an opening among them; what comes after {@code now} is left out
     * @throws IllegalArgumentException without a version or an opening, or for acts out of order
     */
    public static Standing judge(List<Version> versions, Terms terms, List<Act> acts, Instant now) {
        return new Replay(versions, terms, false).over(acts, now).standing(now);
    }

    /** The same history turn by turn: what happened, and what brought it about. */
    public static List<Turn> turns(List<Version> versions, Terms terms, List<Act> acts, Instant now) {
        return new Replay(versions, terms, true).over(acts, now).turns();
    }
}
