package threeline.desk.people.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import threeline.desk.people.access.Secret;
import threeline.desk.people.access.Sessions;
import threeline.desk.people.provider.ProviderExit;
import threeline.desk.tenant.Tenant;
import threeline.desk.web.Unasked;

/** Going out, here and where one came in by. The browser is given another secret, so that the one before is worth nothing. */
@Controller
@Unasked("everybody goes out here, and providers tell who left them")
class SignOutController {

    private final Sessions sessions;
    private final ProviderExit exit;
    private final ProviderPaths paths;

    SignOutController(Sessions sessions, ProviderExit exit, ProviderPaths paths) {
        this.sessions = sessions;
        this.exit = exit;
        this.paths = paths;
    }

    /** Who came by a provider is shown the way out there; a form may lead nowhere else by itself. */
    @RequestMapping(
            path = Paths.SIGN_OUT,
            method = {RequestMethod.POST, RequestMethod.DELETE})
    String signOut(HttpServletRequest request, HttpServletResponse response, Model model) {
        var session = SessionCookie.read(request);
        var visit = Secret.random();
        var onward = session.flatMap(it -> exit.onward(it, id -> paths.signedOut(request, id), visit));
        session.ifPresent(sessions::end);
        if (onward.isEmpty()) {
            SessionCookie.remove(request, response);
            return "redirect:" + Paths.SIGN_IN;
        }
        SessionCookie.write(visit, request, response);
        model.addAttribute("desk", Tenant.current().name());
        model.addAttribute("onward", onward.get());
        return "people/signed-out";
    }

    /** Back from signing out there, in the browser that went. */
    @GetMapping(Paths.PROVIDERS + "/{id}/signed-out")
    String back(@PathVariable long id, @RequestParam(defaultValue = "") String state, HttpServletRequest request) {
        return SessionCookie.read(request)
                .filter(it -> ProviderExit.state(id, it).equals(state))
                .map(_ -> "redirect:" + Paths.SIGN_IN + "?left")
                .orElse("redirect:" + Paths.SIGN_IN);
    }

    /** A provider tells that somebody left it. */
    @PostMapping(Paths.PROVIDERS + "/{id}/signed-out")
    ResponseEntity<String> left(@PathVariable long id, @RequestParam("logout_token") String token) {
        return exit.hear(id, token)
                ? ResponseEntity.ok("")
                : ResponseEntity.status(HttpStatus.BAD_REQUEST)
                        .header("Content-Type", "application/json")
                        .body("{\"error\":\"invalid_request\"}");
    }
}
