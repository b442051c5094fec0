package threeline.desk.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The page for what went wrong outside of any controller. */
@Controller
@Unasked("what went wrong is told to whoever it went wrong for")
class ErrorPages implements ErrorController {

    private final ProblemAdvice problems;

    ErrorPages(ProblemAdvice problems) {
        this.problems = problems;
    }

    @RequestMapping("/error")
    ModelAndView error(HttpServletRequest request) {
        var code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        var status = code instanceof Integer number ? HttpStatus.resolve(number) : null;
        return problems.page(ProblemView.of(status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status), request);
    }
}
