package threeline.desk;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Gives each request a name of its own: in every line logged on the way, with the ticket it is about, and in the answer. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class RequestInLog extends OncePerRequestFilter {

    private static final Pattern TICKET = Pattern.compile("/tickets/([A-Za-z]{0,12}-?\\d{1,18})(?:/|$)");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var name = Long.toUnsignedString(ThreadLocalRandom.current().nextLong(), Character.MAX_RADIX);
        response.setHeader("X-Request-Id", name);
        var ticket = TICKET.matcher(request.getRequestURI());
        MDC.put("request", name);
        if (ticket.find()) {
            MDC.put("ticket", ticket.group(1));
        }
        try {
            chain.doFilter(request, response);
        } finally {
            MDC.remove("request");
            MDC.remove("ticket");
        }
    }
}
