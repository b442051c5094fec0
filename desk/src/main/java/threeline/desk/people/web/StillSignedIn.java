package threeline.desk.people.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;
import threeline.desk.people.access.Action;
import threeline.desk.people.access.Principals;
import threeline.desk.people.access.Rights;
import threeline.desk.web.live.StillThere;

/** Ends what streams to a browser once its session has ended, or the watch on which its agent sees tickets. */
@Component
class StillSignedIn implements StillThere {

    private final Principals principals;

    StillSignedIn(Principals principals) {
        this.principals = principals;
    }

    @Override
    public boolean isStillThere(HttpServletRequest request) {
        return SessionCookie.read(request)
                .flatMap(secret -> principals.find(secret.hash()))
                .filter(who -> Rights.may(who, Action.SEE_TICKETS, new Rights.Thing.OfDesk()))
                .isPresent();
    }
}
