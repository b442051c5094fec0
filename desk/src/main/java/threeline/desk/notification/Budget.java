package threeline.desk.notification;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import threeline.desk.mail.outbox.Outbox;
import threeline.desk.notification.Letterhead.Occasion;

/** How many automatic mails people are sent, whatever answers whatever: this is where every loop ends. */
final class Budget {

    /** About one ticket, in an hour; and that requests came in, about all of them. */
    private static final int MOST_AN_HOUR = 3;

    /** To an address that may be anybody's, in a day. */
    private static final int MOST_UNCONFIRMED = 1;

    private final Map<Outbox.Told, Long> aboutOne;
    private final Map<String, Long> inAnHour;
    private final Map<String, Long> inADay;

    Budget(Outbox outbox, Instant now, List<Occasion> automatic) {
        var people = automatic.stream().map(it -> it.told().recipient()).toList();
        var hourAgo = now.minus(Duration.ofHours(1));
        aboutOne = new HashMap<>(outbox.automaticSince(
                hourAgo, automatic.stream().map(Occasion::told).toList()));
        inAnHour = new HashMap<>(outbox.automaticTo(hourAgo, people));
        inADay = new HashMap<>(outbox.automaticTo(now.minus(Duration.ofDays(1)), people));
    }

    /** Counts it, too. */
    boolean allows(Occasion it) {
        var person = it.told().recipient();
        var here = aboutOne.merge(it.told(), 1L, Long::sum);
        var everywhere = inAnHour.merge(person, 1L, Long::sum);
        var today = inADay.merge(person, 1L, Long::sum);
        return here <= MOST_AN_HOUR
                && (it.what() != Matter.OPENED || everywhere <= MOST_AN_HOUR)
                && (!it.guarded() || today <= MOST_UNCONFIRMED);
    }
}
