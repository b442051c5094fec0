package threeline.desk.web;

import java.util.List;
import org.springframework.http.HttpStatus;
import threeline.desk.web.Problem.Conflict;
import threeline.desk.web.Problem.Fault;
import threeline.desk.web.Problem.Invalid;
import threeline.desk.web.Problem.NotAllowed;
import threeline.desk.web.Problem.NotFound;
import threeline.desk.web.Problem.NotNow;

/** What a person is told when something can't be had: what, why, and what next. */
public record ProblemView(HttpStatus code, String title, String what, String next, List<Fault> faults) {

    private static final String BY_HAND = "If a link brought you here, tell who gave it to you.";

    public int status() {
        return code.value();
    }

    static ProblemView of(Problem problem) {
        return switch (problem) {
            case NotFound(var what) ->
                new ProblemView(HttpStatus.NOT_FOUND, "There is nothing here", what, BY_HAND, List.of());
            case NotAllowed(var what) ->
                new ProblemView(HttpStatus.FORBIDDEN, "This is not yours to do", what, askAnAdmin(), List.of());
            case NotNow(var what) ->
                new ProblemView(
                        HttpStatus.FORBIDDEN,
                        "This is not yours to do now",
                        what,
                        "Your own account is open to you all the same. Load this page again then.",
                        List.of());
            case Conflict(var what) ->
                new ProblemView(
                        HttpStatus.CONFLICT,
                        "That can't be done just now",
                        what,
                        "Load the page again: it shows how things stand.",
                        List.of());
            case Invalid(var what, var faults) ->
                new ProblemView(
                        HttpStatus.BAD_REQUEST,
                        "That could not be taken",
                        what,
                        "Go back, mend it and send it again; what you wrote is kept in your browser.",
                        faults);
        };
    }

    /** For what went wrong before any of our code had a say in it. */
    static ProblemView of(HttpStatus status) {
        return switch (status) {
            case NOT_FOUND ->
                of(new NotFound("No page of this desk has this address. It may be mistyped, or of another desk."));
            case FORBIDDEN ->
                of(
                        new NotAllowed(
                                "Either your role does not reach this far, or the form was open so long that its proof ran out."));
            case SERVICE_UNAVAILABLE ->
                new ProblemView(
                        status,
                        "The desk does not answer just now",
                        "Its database can't be reached. Nothing that you had sent before is lost.",
                        "Try again in a minute. Drafts stay in your browser.",
                        List.of());
            case CONTENT_TOO_LARGE ->
                new ProblemView(
                        status,
                        "That is too large",
                        "The files of one message may be 30 MB together; these are more. Nothing was sent.",
                        "Go back and attach fewer or smaller ones, or say where they can be had.",
                        List.of());
            default -> status.is4xxClientError() ? refused(status) : failed();
        };
    }

    private static ProblemView refused(HttpStatus status) {
        return new ProblemView(
                status,
                "That could not be understood",
                "The desk read the request as: " + status.getReasonPhrase() + ".",
                "Go back and try again from the page that you came from.",
                List.of());
    }

    private static ProblemView failed() {
        return new ProblemView(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "Something broke on our side",
                "The fault is ours and stands in the log. What you had sent may not have been kept.",
                "Try once more; if it breaks again, tell whoever runs this desk at what time it was.",
                List.of());
    }

    private static String askAnAdmin() {
        return "If you need it for your work, ask one of the desk's administrators.";
    }
}
