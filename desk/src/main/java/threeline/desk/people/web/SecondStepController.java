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
import threeline.desk.people.access.May;
import threeline.desk.people.access.NewPassword;
import threeline.desk.people.access.SecondStep;
import threeline.desk.people.access.Sessions;
import threeline.desk.web.Problem;
import threeline.desk.web.ProblemException;

/** Setting up codes for one's own account, and giving them up; both ends ask for the password. */
@Controller
@May(value = Action.SEE_OWN_ACCOUNT, own = true)
@RequestMapping("/account/second-step")
class SecondStepController {

    private final SecondStep second;
    private final NewPassword passwords;
    private final Sessions sessions;

    SecondStepController(SecondStep second, NewPassword passwords, Sessions sessions) {
        this.second = second;
        this.passwords = passwords;
        this.sessions = sessions;
    }

    @GetMapping
    String begin(Actor actor, Model model) {
        return second.isWanted(actor.agent().id()) ? "redirect:/account" : page(actor, model, null);
    }

    /** Asked for from now on; whoever is signed in elsewhere without a code is so no longer. */
    @PostMapping
    String confirm(
            Actor actor,
            @RequestParam String code,
            @RequestParam String current,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (second.isWanted(actor.agent().id())) {
            return "redirect:/account";
        }
        var refusal = passwords.knows(actor.agent(), current);
        if (refusal.isPresent()) {
            return refused(actor, model, response, refusal.get());
        }
        var codes = second.confirm(actor.agent().id(), code);
        if (codes.isEmpty()) {
            return refused(actor, model, response, "That is not the code that is shown now. Try the next one.");
        }
        sessions.endOthers(actor.agent().id(), AccountController.here(request));
        model.addAttribute("codes", codes);
        return "people/recovery-codes";
    }

    @PostMapping("/end")
    String end(Actor actor, @RequestParam String current) {
        var refusal = passwords.knows(actor.agent(), current);
        if (refusal.isPresent()) {
            throw new ProblemException(new Problem.Conflict(refusal.get()));
        }
        second.remove(actor.agent().id());
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
        model.addAttribute("refusal", refusal);
        return "people/second-step";
    }
}
