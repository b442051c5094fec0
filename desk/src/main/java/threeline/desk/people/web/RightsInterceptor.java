package threeline.desk.people.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import threeline.desk.people.access.May;
import threeline.desk.people.access.Rights;

/** Asks for the right that a handler names, of whoever was let in. */
class RightsInterceptor implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method && request.getDispatcherType() == DispatcherType.REQUEST) {
            var may = needed(method);
            if (may != null) {
                Rights.require(CurrentActor.get(), may.value(), new Rights.Thing.OfDesk());
            }
        }
        return true;
    }

    private static @Nullable May needed(HandlerMethod method) {
        var may = method.getMethodAnnotation(May.class);
        return may != null ? may : AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), May.class);
    }
}
