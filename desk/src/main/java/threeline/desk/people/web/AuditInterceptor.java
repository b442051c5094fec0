package threeline.desk.people.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.AsyncHandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import threeline.desk.audit.Doing;
import threeline.desk.audit.Line;
import threeline.desk.audit.Line.What;
import threeline.desk.audit.Seen;
import threeline.desk.audit.Trail;
import threeline.desk.people.access.Kind;
import threeline.desk.people.access.Principal;
import threeline.desk.people.access.SignedIn;
import threeline.desk.tenant.Tenant;

/** Notes what is done, and tried in vain, and which single things are looked at; by whomever, pages and API alike. */
class AuditInterceptor implements AsyncHandlerInterceptor {

    private static final int BAD = 400;
    private static final int BROKEN = 500;

    /** What opens a door stands in no record. */
    private static final Set<String> SECRETS = Set.of("link", "secret");

    private final ObjectProvider<Trail> trail;
    private final ObjectProvider<Seen> seen;
    private final ObjectProvider<Doing> doing;

    AuditInterceptor(ObjectProvider<Trail> trail, ObjectProvider<Seen> seen, ObjectProvider<Doing> doing) {
        this.trail = trail;
        this.seen = seen;
        this.doing = doing;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (isNoted(request, handler) && !request.getMethod().equals("GET")) {
            doing.getObject().begin(new Line(What.DONE, actor(), subject(request), words(request)));
        }
        return true;
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception thrown) {
        if (isNoted(request, handler)) {
            var isNoted = doing.getObject().end();
            what(request, response.getStatus())
                    .filter(it -> it != What.DONE || !isNoted)
                    .ifPresent(it -> note(new Line(it, actor(), subject(request, response, it), words(request))));
        }
    }

    /** What goes on in another thread is noted when it is begun. */
    @Override
    public void afterConcurrentHandlingStarted(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (isNoted(request, handler) && !doing.getObject().end()) {
            note(new Line(What.DONE, actor(), subject(request), words(request)));
        }
    }

    private static boolean isNoted(HttpServletRequest request, Object handler) {
        return handler instanceof HandlerMethod
                && Tenant.bound()
                && request.getDispatcherType() == DispatcherType.REQUEST;
    }

    private void note(Line line) {
        if (line.what() == What.SEEN) {
            seen.getObject().add(line);
        } else {
            trail.getObject().add(line);
        }
    }

    private static Optional<What> what(HttpServletRequest request, int status) {
        if (status == HttpServletResponse.SC_FORBIDDEN) {
            return Optional.of(What.DENIED);
        }
        if (request.getMethod().equals("GET")) {
            return status < BAD && isOpened(request) && isSensitive(request)
                    ? Optional.of(What.SEEN)
                    : Optional.empty();
        }
        return Optional.of(status < BAD ? What.DONE : status < BROKEN ? What.DENIED : What.FAILED);
    }

    /** A page of its own, as somebody opens it; not what renews itself in one that is open. */
    private static boolean isOpened(HttpServletRequest request) {
        return SignedIn.principal().isPresent()
                && request.getHeader("HX-Request") == null
                && !String.valueOf(request.getHeader("Accept")).contains("text/event-stream");
    }

    /** A single thing, what is taken along, and whatever is looked at or searched by who sees all and answers to nobody here. */
    private static boolean isSensitive(HttpServletRequest request) {
        return !variables(request).isEmpty() && !request.getRequestURI().contains("/queue/")
                || request.getRequestURI().endsWith("/data")
                || SignedIn.principal()
                        .map(Principal::kind)
                        .filter(Kind.AUDITOR::equals)
                        .isPresent();
    }

    private static String actor() {
        return SignedIn.principal().map(Principal::word).orElse("nobody");
    }

    /** {@code POST /tickets/12/notes}, and of what was not done how it was answered: {@code POST /tickets/12/notes 403}. */
    private static String subject(HttpServletRequest request, HttpServletResponse response, What what) {
        return what == What.DONE || what == What.SEEN
                ? subject(request)
                : "%s %d".formatted(subject(request), response.getStatus());
    }

    private static String subject(HttpServletRequest request) {
        var path = String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
        for (var it : variables(request).entrySet()) {
            if (!SECRETS.contains(it.getKey())) {
                path = path.replaceFirst("\\{" + it.getKey() + "(:[^}]*)?}", Matcher.quoteReplacement(it.getValue()));
            }
        }
        return "%s %s".formatted(request.getMethod(), path);
    }

    /** Who it was and from where, for people; and whom somebody tried to come in as. */
    private static String words(HttpServletRequest request) {
        var place = Place.of(request.getRemoteAddr());
        var tried = request.getParameter("email");
        var who = SignedIn.principal()
                .map(Principal::words)
                .orElse(tried == null || request.getMethod().equals("GET") ? "" : "as <%s>".formatted(tried));
        return "%s from %s".formatted(who, place).strip();
    }

    @SuppressWarnings("unchecked") // Spring says so of this attribute
    private static Map<String, String> variables(HttpServletRequest request) {
        var found = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        return found instanceof Map<?, ?> map ? (Map<String, String>) map : Map.of();
    }
}
