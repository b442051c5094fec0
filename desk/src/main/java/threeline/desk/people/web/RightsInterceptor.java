package threeline.desk.people.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.AsyncHandlerInterceptor;
import threeline.desk.people.access.May;
import threeline.desk.people.access.Rights;
import threeline.desk.people.access.SignedIn;
import threeline.desk.tenant.Sight;

/** Asks for the right that a handler names, of whoever was let in. */
class RightsInterceptor implements AsyncHandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        narrow();
        if (handler instanceof HandlerMethod method && request.getDispatcherType() == DispatcherType.REQUEST) {
            var may = needed(method);
            if (may != null) {
                Rights.require(CurrentActor.get(), may.value(), new Rights.Thing.OfDesk());
            }
        }
        return true;
    }

    /** Whoever asks sees as far as they may, and no answer is finished before it is forgotten. */
    private static void narrow() {
        SignedIn.current()
                .map(actor -> actor.agent().organization())
                .ifPresentOrElse(it -> Sight.narrowTo(it.value()), Sight::restore);
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

    private static @Nullable May needed(HandlerMethod method) {
        var may = method.getMethodAnnotation(May.class);
        return may != null ? may : AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), May.class);
    }
}
