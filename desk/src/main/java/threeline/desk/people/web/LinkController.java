package threeline.desk.people.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import threeline.desk.people.Agent;
import threeline.desk.people.access.Accounts;
import threeline.desk.people.access.NewPassword;
import threeline.desk.people.access.Purpose;
import threeline.desk.people.access.Secret;
import threeline.desk.people.provider.Providers;
import threeline.desk.tenant.Tenant;
import threeline.desk.web.Unasked;

/**
 * Choosing a password by a link: an invitation, or after forgetting one. Opening the link uses nothing up, since mail
 * programs open links too; and afterwards one signs in as ever, so that no second step is passed by.
 */
@Controller
@Unasked("the link is asked for")
class LinkController {

    private static final String ANY = "{purpose:invitation|reset}/{link}";

    private final Accounts accounts;
    private final NewPassword passwords;
    private final Providers providers;

    LinkController(Accounts accounts, NewPassword passwords, Providers providers) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.providers = providers;
    }

    @GetMapping(Paths.FORGOTTEN)
    String forgotten(Model model) {
        return forgotten(model, false);
    }

    @PostMapping(Paths.FORGOTTEN)
    String forgotten(
            @RequestParam String email, Model model, HttpServletRequest request, HttpServletResponse response) {
        var wait = passwords.forgotten(email, Origins.of(request));
        if (wait.isPositive()) {
            response.setStatus(429);
            response.setHeader("Retry-After", Long.toString(wait.plusMillis(999).toSeconds()));
            model.addAttribute("refusal", "That was asked for many times from here. Try again in a while.");
        }
        return forgotten(model, !wait.isPositive());
    }

    @GetMapping(ANY)
    String open(@PathVariable String purpose, @PathVariable String link, Model model, HttpServletResponse response) {
        var opened = purpose(purpose);
        return holder(link, opened)
                .map(it -> choose(model, new Opened(link, it, opened), null))
                .orElseGet(() -> gone(model, opened, response));
    }

    @PostMapping(ANY)
    String choose(
            @PathVariable String purpose,
            @PathVariable String link,
            @RequestParam String password,
            Model model,
            HttpServletResponse response) {
        var opened = purpose(purpose);
        var holder = holder(link, opened);
        if (holder.isEmpty()) {
            return gone(model, opened, response);
        }
        return switch (passwords.by(new Secret(link), opened, password)) {
            case NewPassword.Outcome.Put() -> "redirect:" + Paths.SIGN_IN + "?chosen";
            case NewPassword.Outcome.Gone() -> gone(model, opened, response);
            case NewPassword.Outcome.Refused(var why) -> {
                response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
                yield choose(model, new Opened(link, holder.get(), opened), why);
            }
        };
    }

    private Optional<Agent> holder(String link, Purpose purpose) {
        return Secret.parse(link).flatMap(it -> accounts.holder(it, purpose));
    }

    private static Purpose purpose(String word) {
        return Purpose.valueOf(word.toUpperCase(Locale.ROOT));
    }

    private static String forgotten(Model model, boolean asked) {
        model.addAttribute("desk", Tenant.current().name());
        model.addAttribute("asked", asked);
        return "people/forgotten";
    }

    /** A link that still opens, whose it is, and what for. */
    private record Opened(String link, Agent holder, Purpose purpose) {}

    private String choose(Model model, Opened opened, @Nullable String refusal) {
        model.addAttribute("desk", Tenant.current().name());
        model.addAttribute("agent", opened.holder());
        model.addAttribute("purpose", opened.purpose());
        model.addAttribute("link", opened.link());
        model.addAttribute("providers", opened.purpose() == Purpose.INVITATION ? providers.open() : List.of());
        model.addAttribute("refusal", refusal);
        return "people/choose";
    }

    private static String gone(Model model, Purpose purpose, HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_GONE);
        model.addAttribute("purpose", purpose);
        return "people/link-gone";
    }
}
