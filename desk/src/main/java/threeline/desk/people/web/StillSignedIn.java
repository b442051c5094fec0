package threeline.desk.people.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;
import threeline.desk.people.access.Sessions;
import threeline.desk.web.live.StillThere;

/** Ends what streams to a browser once its session has ended. */
@Component
class StillSignedIn implements StillThere {

    private final Sessions sessions;

    StillSignedIn(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public boolean isStillThere(HttpServletRequest request) {
        return SessionCookie.read(request).flatMap(sessions::find).isPresent();
    }
}
