package threeline.desk.portal;

import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import threeline.desk.tenant.Sight;
import threeline.desk.ticket.Ticket;
import threeline.desk.ticket.Timeline;
import threeline.desk.timekeeping.Timekeeper;
import threeline.promises.keeping.Promise;
import threeline.promises.sla.Metric;

/** What of a ticket's promises its requester is told: what was promised to them, and none of the desk's own aims. */
@Component
public class Told {

    private static final Set<Metric> TO_REQUESTERS = Set.of(Metric.RESPONSE, Metric.NEXT_RESPONSE, Metric.RESOLUTION);

    private final Timekeeper timekeeper;
    private final Timeline timeline;
    private final InstantSource time;

    Told(Timekeeper timekeeper, Timeline timeline, InstantSource time) {
        this.timekeeper = timekeeper;
        this.timeline = timeline;
        this.time = time;
    }

    static boolean isTold(Promise promise) {
        return !promise.aim() && TO_REQUESTERS.contains(promise.metric());
    }

    /** Of what comes again and again the latest. Judged by all that happened, of which nothing else is shown. */
    public List<Promise> of(Ticket seen) {
        var acts = Sight.whole(() -> timeline.acts(List.of(seen.number()))).get(seen.number());
        if (acts == null) {
            return List.of();
        }
        var told = timekeeper.standing(acts, time.instant()).promises().stream()
                .filter(Told::isTold)
                .toList();
        return told.stream()
                .filter(it -> told.stream().noneMatch(other -> other.metric() == it.metric() && other.nth() > it.nth()))
                .toList();
    }
}
