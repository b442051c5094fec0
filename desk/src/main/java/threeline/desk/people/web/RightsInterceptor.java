package threeline.desk.people.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.AsyncHandlerInterceptor;
import threeline.desk.people.access.Actor;
import threeline.desk.people.access.May;
import threeline.desk.people.access.Principals;
import threeline.desk.people.access.Rights;
import threeline.desk.people.access.SignedIn;
import threeline.desk.tenant.Sight;
import threeline.desk.web.Problem;
import threeline.desk.web.ProblemException;
import threeline.desk.web.Unasked;

/** Asks for the right that a handler names, of whoever was let in; a handler that names none is refused. */
class RightsInterceptor implements AsyncHandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (handler instanceof HandlerMethod method && request.getDispatcherType() == DispatcherType.REQUEST) {
            var may = needed(method);
            if (may != null && isLed(request, may)) {
                lead(request, response);
                return false;
            }
            if (may != null) {
                require(may);
            } else if (!isUnasked(method)) {
                throw new ProblemException(new Problem.NotAllowed("Nobody may do this, since it names no right."));
            }
        }
        narrow(); // last: whoever is refused leaves nothing behind
        return true;
    }

    /** Whoever asks sees as far as they may, and no answer is finished before it is forgotten. */
    private static void narrow() {
        Sight.restore();
        SignedIn.principal().ifPresent(Principals::seeAs);
    }

    /** Whether it is a page that is asked for, by somebody of whom a second step is asked for first. */
    private static boolean isLed(HttpServletRequest request, May may) {
        return request.getMethod().equals("GET")
                && CurrentActor.get() instanceof Actor actor
                && actor.lacksStep()
                && !Rights.may(actor, may.value(), actor.own());
    }

    private static void lead(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var there = request.getContextPath() + Paths.SECOND_STEP;
        if (request.getHeader("HX-Request") != null) {
            response.setHeader("HX-Redirect", there);
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        } else {
            response.sendRedirect(there);
        }
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception thrown) {
        Sight.restore();
    }

    @Override
    public void afterConcurrentHandlingStarted(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        Sight.restore();
    }

    private static void require(May may) {
        var who = CurrentActor.get();
        Rights.require(who, may.value(), may.own() ? who.own() : new Rights.Thing.OfDesk());
    }

    private static boolean isUnasked(HandlerMethod method) {
        return method.hasMethodAnnotation(Unasked.class)
                || AnnotatedElementUtils.hasAnnotation(method.getBeanType(), Unasked.class);
    }

    private static @Nullable May needed(HandlerMethod method) {
        var may = method.getMethodAnnotation(May.class);
        return may != null ? may : AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), May.class);
    }
}
