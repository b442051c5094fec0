package threeline.promises.clock;

import threeline.promises.calendar.Closed;

/** Why a stretch of time counts for a promise, or is left out. */
public sealed interface Reason {

    /** It counts. */
    record Open() implements Reason {}

    /** Left out: the calendar is closed. */
    record Shut(Closed why) implements Reason {}

    /** Left out: the clock stands still, open or not. */
    sealed interface Still extends Reason {}

    /** It waits for what the charter calls so. */
    record OnHold(String hold) implements Still {}

    /** The ticket was resolved, or this promise met, until it was reopened. */
    record Resolved() implements Still {}
}
