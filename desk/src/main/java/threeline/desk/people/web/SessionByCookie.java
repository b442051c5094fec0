package threeline.desk.people.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;
import threeline.desk.people.access.PortalSessions;
import threeline.desk.people.access.Principal;
import threeline.desk.people.access.Secret;
import threeline.desk.people.access.Sessions;
import threeline.desk.people.access.SignedIn;
import threeline.desk.tenant.Sight;
import threeline.desk.tenant.Tenant;

/** Finds who is signed in, when that is asked for the first time in a request. */
@Component
class SessionByCookie implements SecurityContextRepository {

    private final Sessions sessions;
    private final PortalSessions portal;

    SessionByCookie(Sessions sessions, PortalSessions portal) {
        this.sessions = sessions;
        this.portal = portal;
    }

    @Override
    public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
        return new Once(request);
    }

    @Override
    @SuppressWarnings("deprecation") // the interface still has it
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        return read(holder.getRequest());
    }

    /** Sessions begin and end by signing in and out, and by nothing else. */
    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {}

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return Tenant.bound() && SessionCookie.read(request).isPresent();
    }

    private SecurityContext read(HttpServletRequest request) {
        Sight.restore(); // whoever was served by this thread before
        var context = SecurityContextHolder.createEmptyContext();
        if (Tenant.bound()) {
            SessionCookie.read(request)
                    .flatMap(this::find)
                    .ifPresent(who -> context.setAuthentication(new SignedIn(who)));
        }
        return context;
    }

    private Optional<Principal> find(Secret secret) {
        return sessions.find(secret).<Principal>map(it -> it).or(() -> portal.find(secret));
    }

    private final class Once implements DeferredSecurityContext {

        private final HttpServletRequest request;
        private @Nullable SecurityContext found;

        Once(HttpServletRequest request) {
            this.request = request;
        }

        @Override
        public SecurityContext get() {
            if (found == null) {
                found = read(request);
            }
            return found;
        }

        @Override
        public boolean isGenerated() {
            return get().getAuthentication() == null;
        }
    }
}
