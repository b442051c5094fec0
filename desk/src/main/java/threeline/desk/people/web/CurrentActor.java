package threeline.desk.people.web;

import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import threeline.desk.people.access.Actor;
import threeline.desk.people.access.Asker;
import threeline.desk.people.access.Principal;
import threeline.desk.people.access.SignedIn;
import threeline.desk.web.Problem;
import threeline.desk.web.ProblemException;

/** Gives a handler that asks for whoever was let in that one, as it asks: an {@link Actor}, an {@link Asker}, or either. */
class CurrentActor implements HandlerMethodArgumentResolver {

    static Principal get() {
        return SignedIn.principal()
                .orElseThrow(() -> new IllegalStateException("nobody was let in here, but a handler asks who"));
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return Principal.class.isAssignableFrom(parameter.getParameterType());
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer model,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        var who = get();
        if (!parameter.getParameterType().isInstance(who)) {
            throw new ProblemException(new Problem.NotAllowed("This is for those who run the desk. Ask one of them."));
        }
        return who;
    }
}
