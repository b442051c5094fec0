package threeline.desk.notification.web;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import threeline.desk.notification.Unsubscribed;
import threeline.desk.people.AgentId;
import threeline.desk.web.Problem;
import threeline.desk.web.ProblemException;
import threeline.desk.web.Unasked;

/**
 * Where mail programs end the notices to an agent at one click (RFC 8058): by a POST without cookies, which the key in the
 * address lets in. Who comes with a browser, as link checkers do, is led to the page where it can be chosen.
 */
@Controller
@Unasked("the key in the address is asked for")
@RequestMapping("/told/unsubscribed/{agent}/{seal}")
class UnsubscribedController {

    private final Unsubscribed unsubscribed;

    UnsubscribedController(Unsubscribed unsubscribed) {
        this.unsubscribed = unsubscribed;
    }

    @GetMapping
    String choose() {
        return "redirect:/told/habit";
    }

    @PostMapping
    @ResponseBody
    ResponseEntity<String> end(@PathVariable long agent, @PathVariable String seal) {
        if (!unsubscribed.end(new AgentId(agent), seal)) {
            throw new ProblemException(new Problem.NotFound("Nobody is told anything by this address."));
        }
        return ResponseEntity.ok("No more mail comes. What happens stands in the app.");
    }
}
