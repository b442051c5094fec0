package threeline.desk.intake.api;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import threeline.desk.people.access.Bearers;
import threeline.desk.tenant.Budgets;

/** The API has a door of its own: no sessions, no cookies, so nothing to forge. */
@Configuration(proxyBeanMethods = false)
class ApiConfiguration implements WebMvcConfigurer {

    @Bean
    @Order(1)
    SecurityFilterChain api(Bearers bearers, Budgets budgets) {
        return new DefaultSecurityFilterChain(
                request -> request.getRequestURI().startsWith("/api/"), new ApiDoor(bearers, budgets));
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new AskingResolver());
    }
}
