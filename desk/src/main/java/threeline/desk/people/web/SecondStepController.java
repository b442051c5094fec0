package threeline.desk.people.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import threeline.desk.people.access.Action;
import threeline.desk.people.access.Actor;
import threeline.desk.people.access.Demand;
import threeline.desk.people.access.May;
import threeline.desk.people.access.NewPassword;
import threeline.desk.people.access.SecondStep;
import threeline.desk.people.access.Sessions;
import threeline.desk.web.Problem;
import threeline.desk.web.ProblemException;

/** Setting up codes for one's own account, and giving them up; both ends ask for the password. */
@Controller
@RequestMapping(Paths.SECOND_STEP)
class SecondStepController {

    private final SecondStep second;
    private final Demand demand;
    private final NewPassword passwords;
    private final Sessions sessions;

    SecondStepController(SecondStep second, Demand demand, NewPassword passwords, Sessions sessions) {
        this.second = second;
        this.demand = demand;
        this.passwords = passwords;
        this.sessions = sessions;
    }

    @GetMapping
    @May(value = Action.SET_UP_SECOND_STEP, own = true)
    String begin(Actor actor, Model model) {
        if (hasToUseTheirs(actor)) {
            return "people/step-missing";
        }
        return second.isWanted(actor.agent().id()) ? "redirect:/account" : page(actor, model, null);
    }

    /** Who came in by a password alone and has more is no more than whoever else knows that password. */
    private boolean hasToUseTheirs(Actor actor) {
        return actor.lacksStep() && demand.isMet(actor.agent().id());
    }

    /** Asked for from now on; whoever is signed in elsewhere without a code is so no longer. */
    @PostMapping
    @May(value = Action.SET_UP_SECOND_STEP, own = true)
    String confirm(
            Actor actor,
            @RequestParam String code,
            @RequestParam(defaultValue = "") String current,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        var here = AccountController.here(request);
        if (hasToUseTheirs(actor) || second.isWanted(actor.agent().id())) {
            return "redirect:" + Paths.SECOND_STEP;
        }
        var refusal = passwords.isSure(actor.agent(), current, here);
        if (refusal.isPresent()) {
            return refused(actor, model, response, refusal.get());
        }
        var first = !demand.isMet(actor.agent().id());
        var codes = second.confirm(actor.agent().id(), code);
        if (codes.isEmpty()) {
            return refused(actor, model, response, "That is not the code that is shown now. Try the next one.");
        }
        sessions.endOthers(actor.agent().id(), here);
        demand.added(actor.agent(), first, here);
        model.addAttribute("codes", codes);
        return "people/recovery-codes";
    }

    @PostMapping("/end")
    @May(value = Action.SEE_OWN_ACCOUNT, own = true)
    String end(Actor actor, @RequestParam String current) {
        var refusal = passwords.knows(actor.agent(), current);
        if (refusal.isPresent()) {
            throw new ProblemException(new Problem.Conflict(refusal.get()));
        }
        second.remove(actor.agent().id());
        demand.givenUp(actor.agent().id());
        return "redirect:/account?done=codes";
    }

    private String refused(Actor actor, Model model, HttpServletResponse response, String why) {
        response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
        return page(actor, model, why);
    }

    private String page(Actor actor, Model model, @Nullable String refusal) {
        var authenticator = second.begin(actor.agent());
        model.addAttribute("authenticator", authenticator);
        model.addAttribute("picture", Picture.of(authenticator.uri()));
        model.addAttribute("demanded", actor.lacksStep());
        model.addAttribute("password", passwords.hasPassword(actor.agent()));
        model.addAttribute("refusal", refusal);
        return "people/second-step";
    }
}
