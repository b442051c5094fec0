package threeline.desk.people.web;

import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import threeline.desk.audit.Doing;
import threeline.desk.audit.Seen;
import threeline.desk.audit.Trail;

/** Makes rights and actors known to all handlers, of pages and API alike. */
@Configuration(proxyBeanMethods = false)
class PeopleWeb implements WebMvcConfigurer {

    private final ObjectProvider<Trail> trail;
    private final ObjectProvider<Seen> seen;

    private final ObjectProvider<Doing> doing;

    PeopleWeb(ObjectProvider<Trail> trail, ObjectProvider<Seen> seen, ObjectProvider<Doing> doing) {
        this.trail = trail;
        this.seen = seen;
        this.doing = doing;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new AuditInterceptor(trail, seen, doing)); // first, so that it hears of refusals too
        registry.addInterceptor(new RightsInterceptor());
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new CurrentActor());
    }
}
