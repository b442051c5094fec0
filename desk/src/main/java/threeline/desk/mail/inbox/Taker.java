package threeline.desk.mail.inbox;

import java.io.IOException;
import java.util.Collection;
import java.util.Set;

/** Whoever takes what was fetched, for the current tenant. */
public interface Taker {

    /** Comes back when the message is kept, whatever happens now. What was taken before is not taken again. */
    void take(Inbox inbox, Fetched message) throws NotTaken, IOException;

    /** Which of these messages were taken before. */
    Set<Long> taken(long inbox, long uidValidity, Collection<Long> uids);

    /** It may not be kept; it has to stay where it is. */
    final class NotTaken extends Exception {

        public NotTaken(String why, Throwable cause) {
            super(why, cause);
        }

        public NotTaken(String why) {
            super(why);
        }
    }
}
