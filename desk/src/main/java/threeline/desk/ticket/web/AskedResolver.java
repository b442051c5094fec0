package threeline.desk.ticket.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import threeline.desk.web.Frame;

/** Gives handlers of acts what they need to answer. */
@Configuration(proxyBeanMethods = false)
class AskedResolver implements HandlerMethodArgumentResolver, WebMvcConfigurer {

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Answer.Asked.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer model,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        if (model == null || !(model.getModel().get("frame") instanceof Frame frame)) {
            throw new IllegalStateException("a page without a frame");
        }
        return new Answer.Asked(frame, request.getHeader("HX-Request") != null, seen(request));
    }

    /** What can't be read was not seen: then all is sent, and the page drops what it has. */
    private static int seen(NativeWebRequest request) {
        var seen = request.getParameter("seen");
        return seen != null && seen.matches("[0-9]{1,9}") ? Integer.parseInt(seen) : 0;
    }
}
