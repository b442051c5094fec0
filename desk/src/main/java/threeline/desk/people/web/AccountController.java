package threeline.desk.people.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import threeline.desk.people.access.Action;
import threeline.desk.people.access.Actor;
import threeline.desk.people.access.May;
import threeline.desk.people.access.NewPassword;
import threeline.desk.people.access.Passkeys;
import threeline.desk.people.access.SecondStep;
import threeline.desk.people.access.Secret;
import threeline.desk.people.access.Sessions;
import threeline.desk.web.Problem;
import threeline.desk.web.ProblemException;

/** One's own account: the password, and where one is signed in. */
@Controller
@May(value = Action.SEE_OWN_ACCOUNT, own = true)
@RequestMapping("/account")
class AccountController {

    private final Sessions sessions;
    private final NewPassword passwords;
    private final SecondStep second;
    private final Passkeys passkeys;
    private final OwnProviders providers;
    private final InstantSource time;

    AccountController(
            Sessions sessions,
            NewPassword passwords,
            SecondStep second,
            Passkeys passkeys,
            OwnProviders providers,
            InstantSource time) {
        this.sessions = sessions;
        this.passwords = passwords;
        this.second = second;
        this.passkeys = passkeys;
        this.providers = providers;
        this.time = time;
    }

    @GetMapping
    String account(Actor actor, @RequestParam(required = false) String done, HttpServletRequest request, Model model) {
        return page(actor, request, model, done == null ? null : AccountView.Done.of(done), null);
    }

    @PostMapping("/password")
    String change(
            Actor actor,
            @RequestParam String current,
            @RequestParam String password,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return switch (passwords.instead(actor.agent(), current, password, here(request))) {
            case NewPassword.Outcome.Put() -> "redirect:/account?done=password";
            case NewPassword.Outcome.Gone() -> "redirect:/account";
            case NewPassword.Outcome.Refused(var why) -> {
                response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
                yield page(actor, request, model, null, why);
            }
        };
    }

    @PostMapping("/sessions/{id}/end")
    String end(
            Actor actor,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String current,
            HttpServletRequest request) {
        makeSure(actor, current, request);
        sessions.end(actor.agent().id(), id);
        return "redirect:/account?done=session";
    }

    @PostMapping("/sessions/end")
    String endOthers(Actor actor, @RequestParam(defaultValue = "") String current, HttpServletRequest request) {
        makeSure(actor, current, request);
        sessions.endOthers(actor.agent().id(), here(request));
        return "redirect:/account?done=sessions";
    }

    /** Who found a browser open ends no session of its owner's. */
    private void makeSure(Actor actor, String current, HttpServletRequest request) {
        passwords.isSure(actor.agent(), current, here(request)).ifPresent(why -> {
            throw new ProblemException(new Problem.Conflict(why));
        });
    }

    private String page(
            Actor actor,
            HttpServletRequest request,
            Model model,
            AccountView.@Nullable Done done,
            @Nullable String refusal) {
        var open = sessions.of(actor.agent().id(), here(request));
        model.addAttribute("off", actor.offWatch());
        model.addAttribute("password", passwords.hasPassword(actor.agent()));
        model.addAttribute(
                "view",
                new AccountView(
                        actor.agent(),
                        open,
                        step(actor),
                        passkeys.of(actor.agent().id()),
                        providers.of(actor.agent().id()),
                        time.instant(),
                        done,
                        refusal));
        return "people/account";
    }

    private AccountView.Step step(Actor actor) {
        var id = actor.agent().id();
        var asked = second.isWanted(id);
        return new AccountView.Step(asked, asked || !passkeys.of(id).isEmpty(), second.codesLeft(id));
    }

    static Secret here(HttpServletRequest request) {
        return SessionCookie.read(request).orElseThrow();
    }
}
