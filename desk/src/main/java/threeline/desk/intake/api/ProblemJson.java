package threeline.desk.intake.api;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.http.HttpStatus;
import threeline.desk.web.Problem;

/** A problem as RFC 9457 writes it. */
record ProblemJson(String type, String title, int status, String detail, List<Error> errors) {

    static final String MEDIA_TYPE = "application/problem+json";

    /** What is wrong with one field, and how to mend it. */
    record Error(String field, String detail) {}

    static ProblemJson of(Problem problem) {
        return switch (problem) {
            case Problem.NotFound(var what) -> of(HttpStatus.NOT_FOUND, what);
            case Problem.NotAllowed(var what) -> of(HttpStatus.FORBIDDEN, what);
            case Problem.NotNow(var what) -> of(HttpStatus.FORBIDDEN, what);
            case Problem.Conflict(var what) -> of(HttpStatus.CONFLICT, what);
            case Problem.Invalid(var what, var faults) -> of(HttpStatus.UNPROCESSABLE_CONTENT, what, faults);
        };
    }

    static ProblemJson of(HttpStatus status, String detail) {
        return of(status, detail, List.of());
    }

    private static ProblemJson of(HttpStatus status, String detail, List<Problem.Fault> faults) {
        var errors = faults.stream()
                .map(fault -> new Error(fault.field(), fault.what()))
                .toList();
        return new ProblemJson(
                "urn:threeline:problem:"
                        + status.getReasonPhrase()
                                .toLowerCase(java.util.Locale.ROOT)
                                .replace(' ', '-'),
                status.getReasonPhrase(),
                status.value(),
                detail,
                errors);
    }

    void writeTo(HttpServletResponse response) throws IOException {
        var body = Json.write(this);
        response.setStatus(status);
        response.setContentType(MEDIA_TYPE);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
