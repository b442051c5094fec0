package threeline.desk.people.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerMapping;
import threeline.desk.people.access.Action;
import threeline.desk.people.access.Principals;
import threeline.desk.people.access.Rights;
import threeline.desk.tenant.Sight;
import threeline.desk.web.live.StillThere;

/** Ends what streams to a browser once its session has ended, or the watch on which its agent sees tickets. */
@Component
class StillSignedIn implements StillThere {

    /** The right that each stream needs, for streams stand below the table of rights; one without is nobody's. */
    static final Map<String, Action> STREAMS = Map.of("/live", Action.SEE_TICKETS);

    private final Principals principals;

    StillSignedIn(Principals principals) {
        this.principals = principals;
    }

    @Override
    public boolean isStillThere(HttpServletRequest request) {
        var needed = STREAMS.get(String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE)));
        var who = SessionCookie.read(request)
                .flatMap(secret -> principals.find(secret.hash()))
                .filter(it -> needed != null && Rights.may(it, needed, new Rights.Thing.OfDesk()));
        Sight.restore();
        who.ifPresent(Principals::seeAs);
        return who.isPresent();
    }
}
