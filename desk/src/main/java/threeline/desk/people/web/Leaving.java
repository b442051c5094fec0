package threeline.desk.people.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;
import threeline.desk.people.access.PortalSessions;
import threeline.desk.people.access.Secret;
import threeline.desk.people.access.Sessions;

/** Ends whatever session a browser has, whoever is signed in with it. */
@Component
record Leaving(Sessions sessions, PortalSessions portal) {

    void leave(HttpServletRequest request) {
        SessionCookie.read(request).ifPresent(this::end);
    }

    private void end(Secret secret) {
        sessions.end(secret);
        portal.end(secret);
    }
}
