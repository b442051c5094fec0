package threeline.desk.people.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import threeline.desk.people.AgentId;
import threeline.desk.people.access.Accounts;
import threeline.desk.people.access.Purpose;
import threeline.desk.people.access.Secret;
import threeline.desk.people.access.Sessions;
import threeline.desk.people.access.SignIn;
import threeline.desk.people.provider.Errand;
import threeline.desk.people.provider.ProviderDoor;
import threeline.desk.tenant.Tenant;
import threeline.desk.web.Unasked;

/** Coming in by what a provider says: going there, and being back. */
@Controller
@Unasked("everybody comes in here")
class ByProviderController {

    private final ProviderDoor door;
    private final ProviderPaths paths;
    private final Accounts accounts;
    private final Sessions sessions;

    ByProviderController(ProviderDoor door, ProviderPaths paths, Accounts accounts, Sessions sessions) {
        this.door = door;
        this.paths = paths;
        this.accounts = accounts;
        this.sessions = sessions;
    }

    @GetMapping(Paths.PROVIDERS + "/{id}")
    @Nullable
    String go(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String to,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var onward = SignInController.below(to);
        var there =
                door.begin(new Errand(id, browser(request, response), null, false, paths.back(request, id), onward));
        if (there.isEmpty()) {
            return refused("Nobody can come in that way now. Try again in a while.", model, response);
        }
        response.sendRedirect(there.get());
        return null;
    }

    /** Instead of choosing a password. The page that is shown leads there, since a form may lead nowhere else. */
    @PostMapping("/invitation/{link}/providers/{id}")
    String take(
            @PathVariable String link,
            @PathVariable long id,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        var holder = Secret.parse(link).flatMap(it -> accounts.holder(it, Purpose.INVITATION));
        if (holder.isEmpty()) {
            return refused("That invitation has run out or was used. Ask for another.", model, response);
        }
        return onward(id, holder.get().id(), true, model, request, response);
    }

    @GetMapping(Paths.PROVIDERS + "/{id}/back")
    String back(
            @PathVariable long id,
            @RequestParam(required = false) String state,
            @RequestParam(required = false) String code,
            @RequestParam(required = false) String iss,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        var browser = SessionCookie.read(request);
        var origin = Origins.of(request);
        return switch (door.end(id, new ProviderDoor.Return(state, code, iss), browser, origin)) {
            case ProviderDoor.Outcome.Refused(var why) -> refused(why, model, response);
            case ProviderDoor.Outcome.Bound() -> "redirect:/account?done=bound";
            case ProviderDoor.Outcome.In(var how, var onward) -> in(how, onward, browser, request, response);
        };
    }

    private String in(
            SignIn.Outcome how,
            String onward,
            Optional<Secret> before,
            HttpServletRequest request,
            HttpServletResponse response) {
        before.ifPresent(sessions::end);
        return switch (how) {
            case SignIn.Outcome.In in -> {
                SessionCookie.write(in.session(), request, response);
                yield "redirect:" + onward;
            }
            case SignIn.Outcome.Half(var waiting) -> {
                SessionCookie.write(waiting, request, response);
                yield "redirect:" + Paths.CODE + "?to=" + URLEncoder.encode(onward, UTF_8);
            }
            case SignIn.Outcome.Wrong _, SignIn.Outcome.Later _ -> "redirect:" + Paths.SIGN_IN;
        };
    }

    String onward(
            long id,
            AgentId agent,
            boolean invited,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        var errand = new Errand(id, browser(request, response), agent, invited, paths.back(request, id), "/");
        var there = door.begin(errand);
        if (there.isEmpty()) {
            return refused("Nobody can be asked there now. Try again in a while.", model, response);
        }
        model.addAttribute("there", there.get());
        return "people/onward";
    }

    /** What this browser alone has: its session's secret, or that of its visit, or a new one. */
    private static Secret browser(HttpServletRequest request, HttpServletResponse response) {
        return SessionCookie.read(request).orElseGet(() -> {
            var fresh = Secret.random();
            SessionCookie.write(fresh, request, response);
            return fresh;
        });
    }

    private static String refused(String why, Model model, HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        model.addAttribute("desk", Tenant.current().name());
        model.addAttribute("why", why);
        return "people/not-in";
    }
}
