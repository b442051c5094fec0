package threeline.desk.people.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.web.util.UriComponentsBuilder;
import threeline.desk.tenant.Tenant;

/** Shows the way to the sign-in page: to a page by redirecting, to a part of a page by telling htmx to go there. */
class ToSignIn implements AuthenticationEntryPoint {

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException missing)
            throws IOException {
        if (!Tenant.bound()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if (request.getHeader("HX-Request") != null) {
            response.setHeader("HX-Redirect", request.getContextPath() + door(request));
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        } else if (isPage(request)) {
            response.sendRedirect(UriComponentsBuilder.fromPath(request.getContextPath() + door(request))
                    .queryParam("to", "{to}")
                    .encode()
                    .buildAndExpand(wanted(request))
                    .toUriString());
        } else {
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
        }
    }

    private static boolean isPage(HttpServletRequest request) {
        var accepts = request.getHeader("Accept");
        return Set.of("GET", "HEAD").contains(request.getMethod())
                && (accepts == null || !accepts.contains("text/event-stream"));
    }

    private static String door(HttpServletRequest request) {
        return Paths.isOfPortal(wanted(request)) ? Paths.PORTAL_SIGN_IN : Paths.SIGN_IN;
    }

    /** Where they wanted to go, below the desk's own path. */
    private static String wanted(HttpServletRequest request) {
        var path = request.getRequestURI().substring(request.getContextPath().length());
        return request.getQueryString() == null ? path : path + "?" + request.getQueryString();
    }
}
