package threeline.desk.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Says 503, and when to come back, to whoever comes while the database does not answer; before a page is found, too. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class WhenDegraded extends OncePerRequestFilter {

    static final String RETRY_AFTER = "Retry-After";
    static final String SECONDS = "10";

    private static final Logger LOG = LoggerFactory.getLogger(WhenDegraded.class);

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (CannotCreateTransactionException | DataAccessResourceFailureException noDatabase) {
            if (response.isCommitted()) {
                throw noDatabase;
            }
            LOG.warn("the database does not answer: {}", noDatabase.getMessage());
            response.setHeader(RETRY_AFTER, SECONDS);
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        }
    }
}
