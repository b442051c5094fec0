package threeline.desk.ticket.web;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import threeline.desk.ticket.NextDue;
import threeline.desk.web.Moments;

/** How soon a ticket's next promise breaks: the groups of a queue, in its order. */
enum Urgency {
    PAST_DUE("Past due"),
    WITHIN_THE_HOUR("Within the hour"),
    TODAY("Today"),
    LATER("Later"),
    ON_HOLD("On hold"),
    NOTHING_RUNNING("No promise running");

    private static final Duration HOUR = Duration.ofHours(1);

    private final String title;

    Urgency(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    static Urgency of(@Nullable NextDue next, Moments moments) {
        if (next == null) {
            return NOTHING_RUNNING;
        }
        var dueAt = next.dueAt();
        if (dueAt == null) {
            return ON_HOLD;
        }
        if (!dueAt.isAfter(moments.now())) {
            return PAST_DUE;
        }
        if (!dueAt.isAfter(moments.now().plus(HOUR))) {
            return WITHIN_THE_HOUR;
        }
        return moments.isToday(dueAt) ? TODAY : LATER;
    }
}
