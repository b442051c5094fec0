package threeline.desk.people.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import threeline.desk.people.access.Action;
import threeline.desk.people.access.Actor;
import threeline.desk.people.access.May;
import threeline.desk.people.access.NewPassword;
import threeline.desk.people.provider.Bindings;
import threeline.desk.web.Problem;
import threeline.desk.web.ProblemException;

/** Binding one's own account to a provider, and ending that. */
@Controller
@May(value = Action.SEE_OWN_ACCOUNT, own = true)
class BindingsController {

    private final ByProviderController providers;
    private final NewPassword passwords;
    private final Bindings bindings;

    BindingsController(ByProviderController providers, NewPassword passwords, Bindings bindings) {
        this.providers = providers;
        this.passwords = passwords;
        this.bindings = bindings;
    }

    /** By the password, so that a session left open gives nobody a way in that stays. */
    @PostMapping("/account/providers/{id}")
    String bind(
            Actor actor,
            @PathVariable long id,
            @RequestParam String current,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        var refusal = passwords.knows(actor.agent(), current);
        if (refusal.isPresent()) {
            throw new ProblemException(new Problem.Conflict(refusal.get()));
        }
        return providers.onward(id, actor.agent().id(), false, model, request, response);
    }

    @PostMapping("/account/bindings/{id}/end")
    String end(Actor actor, @PathVariable long id) {
        bindings.end(actor.agent().id(), id);
        return "redirect:/account?done=unbound";
    }
}
