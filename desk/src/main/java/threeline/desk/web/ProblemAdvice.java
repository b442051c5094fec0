package threeline.desk.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.ModelAndView;

/** Turns a problem into its page, or into a toast where only a part of a page was asked for. */
@ControllerAdvice(annotations = Controller.class)
class ProblemAdvice {

    private final FrameAdvice frames;

    ProblemAdvice(FrameAdvice frames) {
        this.frames = frames;
    }

    @ExceptionHandler
    ModelAndView on(ProblemException carried, HttpServletRequest request, HttpServletResponse response) {
        if (carried.problem() instanceof Problem.NotNow) {
            response.setHeader("HX-Refresh", "true"); // nor is it for them to look at what is open
        }
        return page(ProblemView.of(carried.problem()), request);
    }

    /** Such as a file's form that came without its file. */
    @ExceptionHandler
    ModelAndView on(MultipartException noFile, HttpServletRequest request) {
        return page(ProblemView.of(new Problem.Invalid(new Problem.Fault("file", "No file came with it."))), request);
    }

    @ExceptionHandler({CannotCreateTransactionException.class, DataAccessResourceFailureException.class})
    ModelAndView onNoDatabase(Exception noDatabase, HttpServletRequest request, HttpServletResponse response) {
        response.setHeader(WhenDegraded.RETRY_AFTER, WhenDegraded.SECONDS);
        return page(ProblemView.of(HttpStatus.SERVICE_UNAVAILABLE), request);
    }

    ModelAndView page(ProblemView problem, HttpServletRequest request) {
        return request.getHeader("HX-Request") == null
                ? new ModelAndView(
                        "web/problem", Map.of("frame", frames.frame(request), "problem", problem), problem.code())
                : new ModelAndView("web/toast", Map.of("text", problem.what()), problem.code());
    }
}
