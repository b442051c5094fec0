package threeline.desk.notification.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import threeline.desk.notification.Words;
import threeline.desk.people.access.SignedIn;
import threeline.desk.tenant.Tenant;
import threeline.desk.ticket.TicketNumber;

/** Whoever looks at a ticket's page has read what they were told of it. */
@Component
class SeenTickets implements WebMvcConfigurer, HandlerInterceptor {

    private static final Pattern PAGE = Pattern.compile(".*/tickets/([1-9][0-9]{0,17})");

    private final Words words;

    SeenTickets(Words words) {
        this.words = words;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/tickets/*");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        var page = PAGE.matcher(request.getRequestURI());
        if (request.getMethod().equals("GET") && Tenant.bound() && page.matches()) {
            var number = new TicketNumber(Long.parseLong(page.group(1)));
            SignedIn.current().ifPresent(actor -> words.read(actor.agent().id(), number));
        }
        return true;
    }
}
