package threeline.desk.people.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import threeline.desk.people.access.Action;
import threeline.desk.people.access.Actor;
import threeline.desk.people.access.Demand;
import threeline.desk.people.access.May;
import threeline.desk.people.access.NewPassword;
import threeline.desk.people.access.PasskeyDoor;
import threeline.desk.people.access.PasskeyWish;
import threeline.desk.people.access.Passkeys;
import threeline.desk.people.access.SecondStep;
import threeline.desk.people.access.SignIn;
import threeline.desk.web.Problem;
import threeline.desk.web.ProblemException;
import threeline.desk.web.Unasked;

/** Keys in people's devices: making one, giving it up, and coming in by it. Making one asks for the password. */
@Controller
class PasskeyController {

    private static final int LONGEST_NAME = 60;

    private final PasskeyDoor door;
    private final Passkeys passkeys;
    private final SecondStep codes;
    private final Demand demand;
    private final NewPassword passwords;
    private final SignIn signIn;
    private final Parties parties;

    PasskeyController(
            PasskeyDoor door,
            Passkeys passkeys,
            SecondStep codes,
            Demand demand,
            NewPassword passwords,
            SignIn signIn,
            Parties parties) {
        this.door = door;
        this.passkeys = passkeys;
        this.codes = codes;
        this.demand = demand;
        this.passwords = passwords;
        this.signIn = signIn;
        this.parties = parties;
    }

    @PostMapping("/account/passkeys/options")
    @May(value = Action.SET_UP_SECOND_STEP, own = true)
    @ResponseBody
    Map<String, Object> toMake(Actor actor, HttpServletRequest request) {
        var known = passkeys.of(actor.agent().id());
        return PasskeyWish.toMake(actor.agent(), parties.of(request), door.challenge(), known);
    }

    @PostMapping("/account/passkeys")
    @May(value = Action.SET_UP_SECOND_STEP, own = true)
    String make(
            Actor actor,
            @RequestParam(defaultValue = "") String current,
            @RequestParam String name,
            @RequestParam String credential,
            HttpServletRequest request,
            Model model) {
        var here = AccountController.here(request);
        var first = !demand.isMet(actor.agent().id());
        if (actor.lacksStep() && !first) {
            refuse("Sign in with the second step that you have first.");
        }
        passwords.isSure(actor.agent(), current, here).ifPresent(PasskeyController::refuse);
        var called = name.isBlank() ? Origins.of(request).browser() : name.strip();
        if (called.length() > LONGEST_NAME) {
            refuse("A passkey's name has %d characters at most.".formatted(LONGEST_NAME));
        }
        if (!door.add(actor.agent(), credential, called, parties.of(request))) {
            refuse("Your device's answer could not be taken. Try again.");
        }
        demand.added(actor.agent(), first, here); // the device has just made sure who is here
        return codes.codesLeft(actor.agent().id()) == 0
                ? SecondStepController.toKeep(codes.freshCodes(actor.agent().id()), model)
                : "redirect:/account?done=passkey";
    }

    @PostMapping("/account/passkeys/{id}/end")
    @May(value = Action.SEE_OWN_ACCOUNT, own = true)
    String end(Actor actor, @PathVariable String id) {
        if (!id.matches("([0-9a-f]{2}){1,1024}")) {
            throw new ProblemException(new Problem.NotFound("There is no such passkey."));
        }
        if (passkeys.remove(actor.agent().id(), id)) {
            demand.givenUp(actor.agent().id());
        }
        return "redirect:/account?done=passkeys";
    }

    @PostMapping("/sign-in/passkey/options")
    @Unasked("a device is asked who it is")
    @ResponseBody
    Map<String, Object> toSign(HttpServletRequest request) {
        return PasskeyWish.toSign(parties.of(request), door.challenge());
    }

    @PostMapping("/sign-in/passkey")
    @Unasked("everybody comes in here who has a key")
    String signIn(
            @RequestParam String credential,
            @RequestParam(defaultValue = "") String to,
            HttpServletRequest request,
            HttpServletResponse response) {
        var agent = door.whose(credential, parties.of(request));
        if (agent.isEmpty()) {
            return "redirect:" + Paths.SIGN_IN + "?unknown";
        }
        var session = signIn.byPasskey(agent.get(), Origins.of(request));
        SessionCookie.write(session, request, response);
        return "redirect:" + SignInController.below(to);
    }

    private static void refuse(String why) {
        throw new ProblemException(new Problem.Conflict(why));
    }
}
