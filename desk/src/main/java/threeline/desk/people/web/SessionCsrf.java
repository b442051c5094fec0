package threeline.desk.people.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import threeline.desk.people.access.Secret;

/** The token in our forms follows from the browser's secret: it needs no storing, and no other session's will do. */
class SessionCsrf implements CsrfTokenRepository {

    private static final String VISIT = SessionCsrf.class.getName() + ".visit";

    @Override
    public CsrfToken generateToken(HttpServletRequest request) {
        var visit = Secret.random();
        request.setAttribute(VISIT, visit);
        return token(visit);
    }

    @Override
    public void saveToken(@Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
        if (token != null && request.getAttribute(VISIT) instanceof Secret visit) {
            SessionCookie.write(visit, request, response);
        }
    }

    @Override
    public @Nullable CsrfToken loadToken(HttpServletRequest request) {
        return SessionCookie.read(request).map(SessionCsrf::token).orElse(null);
    }

    private static CsrfToken token(Secret secret) {
        return new DefaultCsrfToken("X-CSRF-TOKEN", "_csrf", secret.derived("csrf"));
    }
}
