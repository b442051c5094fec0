package threeline.desk.people.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
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
import threeline.desk.people.access.SignIn;
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
    private final SignIn signIn;

    SecondStepController(SecondStep second, Demand demand, NewPassword passwords, Sessions sessions, SignIn signIn) {
        this.second = second;
        this.demand = demand;
        this.passwords = passwords;
        this.sessions = sessions;
        this.signIn = signIn;
    }

    @GetMapping
    @May(value = Action.SET_UP_SECOND_STEP, own = true)
    String begin(Actor actor, Model model) {
        if (hasToUseTheirs(actor)) {
            return missing(model, null);
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
        return toKeep(codes, model);
    }

    /** Who has lost their passkey goes on by a code that they kept. */
    @PostMapping("/kept")
    @May(value = Action.SET_UP_SECOND_STEP, own = true)
    String goOn(
            Actor actor,
            @RequestParam String code,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (!hasToUseTheirs(actor)) {
            return "redirect:" + Paths.SECOND_STEP;
        }
        return switch (signIn.second(actor.agent(), AccountController.here(request), code, Origins.of(request))) {
            case SignIn.Outcome.In in -> {
                SessionCookie.write(in.session(), request, response);
                yield "redirect:/account";
            }
            case SignIn.Outcome.Later _ -> {
                response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
                yield missing(model, "Too many tries. Wait a little, and try again.");
            }
            case SignIn.Outcome.Half _, SignIn.Outcome.Wrong _ -> {
                response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
                yield missing(model, "That is none of the codes that you kept, or you have used it.");
            }
        };
    }

    /** Other codes to keep, for whom they are running out and for who has a passkey alone. */
    @PostMapping("/codes")
    @May(value = Action.SEE_OWN_ACCOUNT, own = true)
    String renew(
            Actor actor, @RequestParam(defaultValue = "") String current, Model model, HttpServletRequest request) {
        makeSure(actor, current, request);
        if (!demand.isMet(actor.agent().id())) {
            return "redirect:" + Paths.SECOND_STEP;
        }
        return toKeep(second.freshCodes(actor.agent().id()), model);
    }

    private void makeSure(Actor actor, String current, HttpServletRequest request) {
        passwords
                .isSure(actor.agent(), current, AccountController.here(request))
                .ifPresent(why -> {
                    throw new ProblemException(new Problem.Conflict(why));
                });
    }

    static String toKeep(List<String> codes, Model model) {
        model.addAttribute("codes", codes);
        return "people/recovery-codes";
    }

    private static String missing(Model model, @Nullable String refusal) {
        model.addAttribute("refusal", refusal);
        return "people/step-missing";
    }

    @PostMapping("/end")
    @May(value = Action.SEE_OWN_ACCOUNT, own = true)
    String end(Actor actor, @RequestParam(defaultValue = "") String current, HttpServletRequest request) {
        makeSure(actor, current, request);
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
