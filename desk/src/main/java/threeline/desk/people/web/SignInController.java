package threeline.desk.people.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import threeline.desk.people.Agent;
import threeline.desk.people.access.Sessions;
import threeline.desk.people.access.SignIn;
import threeline.desk.people.provider.Providers;
import threeline.desk.tenant.Tenant;
import threeline.desk.web.Unasked;

/** Coming in. It gives the browser another secret, so that one planted before is worth nothing after. */
@Controller
@Unasked("everybody comes in here")
class SignInController {

    private final SignIn signIn;
    private final Sessions sessions;
    private final Parties parties;
    private final Providers providers;

    SignInController(SignIn signIn, Sessions sessions, Parties parties, Providers providers) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.parties = parties;
        this.providers = providers;
    }

    @GetMapping(Paths.SIGN_IN)
    String page(
            @RequestParam(defaultValue = "") String to,
            @RequestParam(required = false) String chosen,
            @RequestParam(required = false) String unknown,
            @RequestParam(required = false) String left,
            HttpServletRequest request,
            CsrfToken csrf,
            Model model) {
        model.addAttribute("chosen", chosen != null);
        model.addAttribute("unknown", unknown != null);
        model.addAttribute("left", left != null);
        model.addAttribute("passkeys", parties.isKnown(request));
        return page(model, csrf, "", to, null);
    }

    @PostMapping(Paths.SIGN_IN)
    String signIn(
            @RequestParam String email,
            @RequestParam String password,
            @RequestParam(defaultValue = "") String to,
            CsrfToken csrf,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        return switch (signIn.with(email, password, Origins.of(request))) {
            case SignIn.Outcome.In in -> {
                SessionCookie.read(request).ifPresent(sessions::end);
                SessionCookie.write(in.session(), request, response);
                yield "redirect:" + below(to);
            }
            case SignIn.Outcome.Half(var waiting) -> {
                SessionCookie.read(request).ifPresent(sessions::end);
                SessionCookie.write(waiting, request, response);
                yield "redirect:" + Paths.CODE + "?to=" + URLEncoder.encode(below(to), UTF_8);
            }
            case SignIn.Outcome.Wrong() -> {
                response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
                yield page(model, csrf, email, to, "That address and password don't belong together. Try again.");
            }
            case SignIn.Outcome.Later(var wait) -> page(model, csrf, email, to, later(wait, response));
        };
    }

    @GetMapping(Paths.CODE)
    String code(@RequestParam(defaultValue = "") String to, HttpServletRequest request, Model model) {
        return waiting(request).isEmpty() ? "redirect:" + Paths.SIGN_IN : code(model, to, null);
    }

    @PostMapping(Paths.CODE)
    String code(
            @RequestParam String code,
            @RequestParam(defaultValue = "") String to,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (waiting(request).isEmpty()) {
            return "redirect:" + Paths.SIGN_IN;
        }
        return switch (signIn.second(SessionCookie.read(request).orElseThrow(), code, Origins.of(request))) {
            case SignIn.Outcome.In in -> {
                SessionCookie.write(in.session(), request, response);
                yield "redirect:" + below(to);
            }
            case SignIn.Outcome.Half _ -> "redirect:" + Paths.SIGN_IN;
            case SignIn.Outcome.Wrong() -> {
                response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
                yield code(model, to, "That is not the code. Wait for the next one, and try again.");
            }
            case SignIn.Outcome.Later(var wait) -> code(model, to, later(wait, response));
        };
    }

    private Optional<Agent> waiting(HttpServletRequest request) {
        return SessionCookie.read(request).flatMap(sessions::waiting);
    }

    private static String code(Model model, String to, @Nullable String refusal) {
        model.addAttribute("to", to);
        model.addAttribute("refusal", refusal);
        return "people/code";
    }

    private static String later(Duration wait, HttpServletResponse response) {
        response.setStatus(429);
        response.setHeader("Retry-After", Long.toString(seconds(wait)));
        return "Too many tries. Try again in %s.".formatted(words(wait));
    }

    private String page(Model model, CsrfToken csrf, String email, String to, @Nullable String refusal) {
        model.addAttribute("providers", providers.open());
        model.addAttribute("desk", Tenant.current().name());
        model.addAttribute("csrf", csrf.getToken());
        model.addAttribute("email", email);
        model.addAttribute("to", to);
        model.addAttribute("refusal", refusal);
        return "people/sign-in";
    }

    /** Where to go on, always below this desk. */
    static String below(String to) {
        return to.matches("/([^/\\\\{}][^\\\\{}]*)?") ? to : "/";
    }

    private static long seconds(Duration wait) {
        return Math.max(1, wait.plusMillis(999).toSeconds());
    }

    private static String words(Duration wait) {
        var seconds = seconds(wait);
        return seconds < 90 ? seconds + " seconds" : SECONDS.toMinutes(seconds + 59) + " minutes";
    }
}
