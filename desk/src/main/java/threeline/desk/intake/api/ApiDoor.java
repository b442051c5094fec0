package threeline.desk.intake.api;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.transaction.CannotCreateTransactionException;
import threeline.desk.people.access.BearerToken;
import threeline.desk.people.access.Bearers;
import threeline.desk.people.access.Bearers.Bearer;
import threeline.desk.people.access.SignedIn;
import threeline.desk.tenant.Budgets;

/** Lets programs in that show a good token, to the desk that it is for; reads JSON only, and not without end. */
class ApiDoor implements Filter {

    static final long LARGEST_BODY = 15L * 1024 * 1024;
    static final String DESCRIPTION = "/api/v1/openapi.json";

    private static final long ROOM = 20L * 1024 * 1024;
    private static final String SCHEME = "bearer ";

    private final Bearers bearers;
    private final Budgets budgets;
    private final Room room = new Room(ROOM, LARGEST_BODY);

    ApiDoor(Bearers bearers, Budgets budgets) {
        this.bearers = bearers;
        this.budgets = budgets;
    }

    @Override
    public void doFilter(ServletRequest incoming, ServletResponse outgoing, FilterChain chain)
            throws IOException, ServletException {
        var request = (HttpServletRequest) incoming;
        var response = (HttpServletResponse) outgoing;
        if (request.getDispatcherType() != DispatcherType.REQUEST
                || request.getRequestURI().equals(DESCRIPTION)) {
            chain.doFilter(request, response);
            return;
        }
        try {
            pass(bearer(request), request, response, chain);
        } catch (CannotCreateTransactionException | DataAccessResourceFailureException noDatabase) {
            ApiProblems.noDatabase(response).writeTo(response);
        }
    }

    private void pass(
            Optional<Bearer> bearer, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (bearer.isEmpty()) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"threeline\"");
            unauthorized().writeTo(response);
        } else if (request.getContentLengthLong() > LARGEST_BODY) {
            tooLarge().writeTo(response);
        } else if (hasBody(request) && !isJson(request.getContentType())) {
            ProblemJson.of(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "Send application/json, in UTF-8.")
                    .writeTo(response);
        } else {
            letIn(bearer.get(), request, response, chain);
        }
    }

    private void letIn(Bearer bearer, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var wait = budgets.take(bearer.tenant(), request.getContentLengthLong());
        if (wait.isPositive()) {
            response.setHeader(
                    HttpHeaders.RETRY_AFTER, Long.toString(wait.plusMillis(999).toSeconds()));
            ProblemJson.of(HttpStatus.TOO_MANY_REQUESTS, "This desk has spent its budget of requests. See Retry-After.")
                    .writeTo(response);
            return;
        }
        var needed = hasBody(request) ? room.needed(request.getContentLengthLong()) : 0;
        if (room.take(needed)) {
            try {
                serve(bearer, new LimitedBody(request, LARGEST_BODY), response, chain);
            } finally {
                room.giveBack(needed);
            }
        } else {
            response.setHeader(HttpHeaders.RETRY_AFTER, "10");
            busy().writeTo(response);
        }
    }

    private Optional<Bearer> bearer(HttpServletRequest request) {
        var shown = request.getHeader(HttpHeaders.AUTHORIZATION);
        return shown != null && shown.toLowerCase(Locale.ROOT).startsWith(SCHEME)
                ? BearerToken.parse(shown.substring(SCHEME.length()).strip()).flatMap(bearers::find)
                : Optional.empty();
    }

    private static void serve(
            Bearer bearer, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        SecurityContextHolder.setContext(new SecurityContextImpl(new SignedIn(bearer.actor())));
        try {
            bearer.tenant().callOrThrow(() -> {
                chain.doFilter(request, response);
                return true;
            });
        } catch (IOException | ServletException | RuntimeException thrown) {
            throw thrown;
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    private static boolean hasBody(HttpServletRequest request) {
        return request.getContentLengthLong() > 0 || request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
    }

    private static boolean isJson(@Nullable String type) {
        return type != null
                && type.toLowerCase(Locale.ROOT)
                        .matches("application/(scim\\+)?json\\s*(;\\s*charset=\"?utf-8\"?\\s*)?");
    }

    private static ProblemJson unauthorized() {
        return ProblemJson.of(
                HttpStatus.UNAUTHORIZED,
                "Show a token: \"Authorization: Bearer tl_…\". This one is missing, unknown, expired or ended. "
                        + "The desk's administrators make tokens on its page \"API tokens\".");
    }

    private static ProblemJson busy() {
        return ProblemJson.of(
                HttpStatus.SERVICE_UNAVAILABLE, "Many large requests come in at this moment. Try again in 10 seconds.");
    }

    static ProblemJson tooLarge() {
        return ProblemJson.of(
                HttpStatus.CONTENT_TOO_LARGE, "At most %d MiB are taken.".formatted(LARGEST_BODY / 1024 / 1024));
    }
}
