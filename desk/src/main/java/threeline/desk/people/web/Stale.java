package threeline.desk.people.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;

/** A form without its browser's token: forged, or from before signing in anew. */
class Stale implements AccessDeniedHandler {

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        if (request.getRequestURI().equals(request.getContextPath() + Paths.SIGN_IN)) {
            response.sendRedirect(request.getContextPath() + Paths.SIGN_IN);
        } else {
            response.sendError(
                    HttpServletResponse.SC_FORBIDDEN,
                    "This page is out of date. Load it again, and repeat what you did.");
        }
    }
}
