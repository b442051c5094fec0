package threeline.desk.intake.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import threeline.desk.web.ProblemException;

/** Whatever goes wrong below {@code /api}, the answer is a problem in JSON. */
@Component
class ApiProblems implements HandlerExceptionResolver, Ordered {

    private static final Logger LOG = LoggerFactory.getLogger(ApiProblems.class);

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception thrown) {
        if (!request.getRequestURI().startsWith("/api/")) {
            return null;
        }
        if (thrown instanceof HttpRequestMethodNotSupportedException wrong && wrong.getSupportedMethods() != null) {
            response.setHeader(HttpHeaders.ALLOW, String.join(", ", wrong.getSupportedMethods()));
        }
        try {
            var problem = isNoDatabase(thrown) ? noDatabase(response) : problem(request, thrown);
            problem.writeTo(response);
        } catch (IOException gone) {
            LOG.debug("nobody is there to be told: {}", gone.toString());
        }
        return new ModelAndView();
    }

    private static ProblemJson problem(HttpServletRequest request, Exception thrown) {
        if (isTooLarge(thrown)) {
            return ApiDoor.tooLarge();
        }
        return switch (thrown) {
            case ProblemException it -> ProblemJson.of(it.problem());
            case Json.Malformed it -> ProblemJson.of(HttpStatus.BAD_REQUEST, String.valueOf(it.getMessage()));
            case NoResourceFoundException _, NoHandlerFoundException _ ->
                ProblemJson.of(
                        HttpStatus.NOT_FOUND, "There is nothing at this address. /api/v1/openapi.json lists all.");
            case InvalidParameterException _ ->
                ProblemJson.of(HttpStatus.BAD_REQUEST, "The address has a parameter that is not UTF-8.");
            case HttpRequestMethodNotSupportedException it ->
                ProblemJson.of(
                        HttpStatus.METHOD_NOT_ALLOWED, "%s is not possible here; see Allow.".formatted(it.getMethod()));
            case HttpMediaTypeNotSupportedException _ ->
                ProblemJson.of(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "Send application/json.");
            default -> failed(request, thrown);
        };
    }

    private static boolean isNoDatabase(Exception thrown) {
        return thrown instanceof CannotCreateTransactionException
                || thrown instanceof DataAccessResourceFailureException;
    }

    /** As pages say it, so that programs come back too. */
    static ProblemJson noDatabase(HttpServletResponse response) {
        response.setHeader(HttpHeaders.RETRY_AFTER, "10");
        return ProblemJson.of(
                HttpStatus.SERVICE_UNAVAILABLE,
                "The database does not answer. Nothing was changed; try again in 10 seconds.");
    }

    private static boolean isTooLarge(Throwable thrown) {
        for (Throwable it = thrown; it != null; it = it.getCause()) {
            if (it instanceof LimitedBody.TooLarge) {
                return true;
            }
        }
        return false;
    }

    private static ProblemJson failed(HttpServletRequest request, Exception thrown) {
        var mark = UUID.randomUUID();
        LOG.error("{} {} failed ({})", request.getMethod(), request.getRequestURI(), mark, thrown);
        return ProblemJson.of(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "Something failed on our side, and nothing was changed. The log has it as %s.".formatted(mark));
    }
}
