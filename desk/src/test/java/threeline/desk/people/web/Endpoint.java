package threeline.desk.people.web;

import java.lang.annotation.Annotation;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import threeline.desk.people.access.May;
import threeline.desk.people.access.Principal;
import threeline.desk.people.access.Rights;
import threeline.desk.web.Unasked;

/** Something that can be asked for, as its handler has it; what streams does not end. */
public record Endpoint(RequestMethod method, String path, boolean streams, HandlerMethod handler) {

    /** All that there are at desks and by the API. */
    public static Stream<Endpoint> all(RequestMappingHandlerMapping mapping) {
        return mapping.getHandlerMethods().entrySet().stream()
                .filter(it -> it.getValue().getBeanType().getPackageName().startsWith("threeline"))
                .flatMap(it -> it.getKey().getPatternValues().stream()
                        .flatMap(path -> methods(it.getKey()).stream()
                                .map(method -> new Endpoint(method, path, streams(it.getKey()), it.getValue()))));
    }

    private static Set<RequestMethod> methods(RequestMappingInfo info) {
        var named = info.getMethodsCondition().getMethods();
        return named.isEmpty() ? Set.of(RequestMethod.GET) : named;
    }

    private static boolean streams(RequestMappingInfo info) {
        return info.getProducesCondition().getProducibleMediaTypes().contains(MediaType.TEXT_EVENT_STREAM);
    }

    public boolean isApi() {
        return path.startsWith("/api/");
    }

    public boolean isGet() {
        return method == RequestMethod.GET;
    }

    boolean isAboutATicket() {
        return (path.contains("{number}") || path.contains("{called}")) && !path.startsWith("/charter/");
    }

    @Nullable
    public May may() {
        return named(May.class);
    }

    @Nullable
    Unasked unasked() {
        return named(Unasked.class);
    }

    /** What the one table says of it to them. */
    boolean isFor(Principal who) {
        if (streams) {
            return Rights.may(who, StillSignedIn.STREAMS.get(path), new Rights.Thing.OfDesk());
        }
        var may = java.util.Objects.requireNonNull(may());
        return Rights.may(who, may.value(), may.own() ? who.own() : new Rights.Thing.OfDesk());
    }

    private <A extends Annotation> @Nullable A named(Class<A> annotation) {
        var own = handler.getMethodAnnotation(annotation);
        return own != null ? own : AnnotatedElementUtils.findMergedAnnotation(handler.getBeanType(), annotation);
    }
}
