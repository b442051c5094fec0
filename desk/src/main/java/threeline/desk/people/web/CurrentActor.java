package threeline.desk.people.web;

import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import threeline.desk.people.access.Actor;
import threeline.desk.people.access.SignedIn;

/** Gives a handler that asks for an {@link Actor} the one who was let in. */
class CurrentActor implements HandlerMethodArgumentResolver {

    static Actor get() {
        return SignedIn.current()
                .orElseThrow(() -> new IllegalStateException("nobody was let in here, but a handler asks who"));
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Actor.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer model,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        return get();
    }
}
