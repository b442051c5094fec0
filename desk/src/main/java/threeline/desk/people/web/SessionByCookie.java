package threeline.desk.people.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;
import threeline.desk.people.access.Principals;
import threeline.desk.people.access.SignedIn;
import threeline.desk.tenant.Sight;
import threeline.desk.tenant.Tenant;

/** Finds who is signed in, when that is asked for the first time in a request. */
@Component
class SessionByCookie implements SecurityContextRepository {

    private final Principals principals;

    SessionByCookie(Principals principals) {
        this.principals = principals;
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
                    .flatMap(secret -> principals.find(secret.hash()).map(who -> new SignedIn(who, secret)))
                    .ifPresent(context::setAuthentication);
        }
        return context;
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
