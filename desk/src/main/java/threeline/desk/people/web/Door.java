package threeline.desk.people.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumSet;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.SecurityFilterChain;

/** The door to all pages: shut but for who has signed in. (The API has a door of its own.) */
@Configuration(proxyBeanMethods = false)
class Door {

    private static final int ASSETS = 10;
    private static final int PAGES = 20;

    /** First of all: what follows asks from where a request came. */
    @Bean
    FilterRegistrationBean<BehindProxies> behindProxies(@Value("${threeline.http.proxies:}") List<String> proxies) {
        var filter = new FilterRegistrationBean<>(new BehindProxies(proxies));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        filter.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST, DispatcherType.ERROR));
        return filter;
    }

    @Bean
    FilterRegistrationBean<SecurityHeaders> securityHeaders() {
        var filter = new FilterRegistrationBean<>(new SecurityHeaders());
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
        filter.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST, DispatcherType.ERROR));
        return filter;
    }

    /** Files that are the same for everybody pass unasked; and those that are had by a pass, where no cookie is ever set. */
    @Bean
    @Order(ASSETS)
    SecurityFilterChain assets() {
        return new DefaultSecurityFilterChain(request -> Paths.isAsset(request.getRequestURI())
                || request.getContextPath().isEmpty() && request.getRequestURI().startsWith(Paths.FILES));
    }

    @Bean
    @Order(PAGES)
    SecurityFilterChain pages(HttpSecurity http, SessionByCookie sessions) throws Exception {
        return http.securityContext(context -> context.securityContextRepository(sessions))
                .csrf(csrf -> csrf.csrfTokenRepository(new SessionCsrf())
                        .ignoringRequestMatchers(Door::hasNoCookies)
                        .ignoringRequestMatchers(Paths.UNSUBSCRIBED, Paths.SIGNED_OUT))
                .authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR)
                                .permitAll() // were let in when they came
                                .requestMatchers(Door::isOfNoDesk)
                                .permitAll()
                                .requestMatchers(
                                        Paths.SIGN_IN,
                                        Paths.CODE,
                                        Paths.PASSKEY,
                                        Paths.PASSKEY_OPTIONS,
                                        Paths.FORGOTTEN,
                                        Paths.PROVIDERS + "/*",
                                        Paths.PROVIDERS + "/*/back",
                                        Paths.SIGNED_OUT,
                                        Paths.INVITATION,
                                        Paths.INVITATION_BY_PROVIDER,
                                        Paths.RESET,
                                        Paths.PORTAL_SIGN_IN,
                                        Paths.PORTAL_LINK,
                                        Paths.UNSUBSCRIBED)
                                .permitAll()
                                .anyRequest()
                                .authenticated())
                .exceptionHandling(refused ->
                        refused.authenticationEntryPoint(new ToSignIn()).accessDeniedHandler(new Stale()))
                .headers(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .build();
    }

    /** What each filter took is not worth the measuring; that of the whole request is measured elsewhere. */
    @Bean
    SecurityObservationSettings unobserved() {
        return SecurityObservationSettings.noObservations();
    }

    /** Nobody signs in by way of Spring's own list of users; this keeps it from making one up. */
    @Bean
    AuthenticationManager nobody() {
        return authentication -> {
            throw new AuthenticationServiceException("agents sign in at their desk");
        };
    }

    /** What stands beside the desks: the root page, the first start, and what only the demo and the management port have. */
    private static boolean isOfNoDesk(HttpServletRequest request) {
        var path = request.getRequestURI();
        return request.getContextPath().isEmpty()
                && (path.equals("/")
                        || path.equals("/first-start")
                        || path.startsWith("/dev/")
                        || path.startsWith("/actuator/"));
    }

    /** Cookies belong to desks, so beside the desks there is nothing that a foreign page could ride on. */
    private static boolean hasNoCookies(HttpServletRequest request) {
        return isOfNoDesk(request);
    }
}
