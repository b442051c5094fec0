package threeline.desk.people.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import threeline.desk.people.Requester;
import threeline.desk.people.access.PortalDoor;
import threeline.desk.people.access.Secret;
import threeline.desk.tenant.Tenant;
import threeline.desk.web.Speech;
import threeline.desk.web.Unasked;

/**
 * Coming in at the portal by a link that is mailed. Opening the link shows a button and uses nothing up, since mail
 * programs open links too; only the button does, in the browser that comes in.
 */
@Controller
@Unasked("everybody comes in and goes out here")
@RequestMapping("/portal")
class PortalDoorController {

    private final PortalDoor door;
    private final Leaving leaving;

    PortalDoorController(PortalDoor door, Leaving leaving) {
        this.door = door;
        this.leaving = leaving;
    }

    @GetMapping("/sign-in")
    String page(@RequestParam(defaultValue = "") String to, Locale locale, Model model) {
        return page(model, locale, to, null);
    }

    @PostMapping("/sign-in")
    String ask(
            @RequestParam String email,
            @RequestParam(defaultValue = "") String to,
            Locale locale,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        var wait = door.asked(new PortalDoor.Wish(email, locale.toLanguageTag(), to), Origins.of(request));
        if (wait.isPositive()) {
            response.setStatus(429);
            response.setHeader("Retry-After", Long.toString(wait.plusMillis(999).toSeconds()));
        }
        return page(model, locale, to, wait);
    }

    @GetMapping("/in/{link}")
    String open(
            @PathVariable String link,
            @RequestParam(defaultValue = "") String to,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        var holder = holder(link);
        if (holder.isEmpty()) {
            return gone(model, locale, to, response);
        }
        model.addAttribute("speech", speech(holder.get().language(), locale));
        model.addAttribute("desk", Tenant.current().name());
        model.addAttribute("holder", holder.get());
        return "people/portal-in"; // its button posts to the address it stands at, and so where to go on
    }

    @PostMapping("/in/{link}")
    String comeIn(
            @PathVariable String link,
            @RequestParam(defaultValue = "") String to,
            Locale locale,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        var session = Secret.parse(link).flatMap(it -> door.in(it, Origins.of(request)));
        if (session.isEmpty()) {
            return gone(model, locale, to, response);
        }
        leaving.leave(request);
        SessionCookie.write(session.get(), request, response);
        return "redirect:" + PortalDoor.onwardOf(to);
    }

    @RequestMapping(path = "/sign-out", method = RequestMethod.POST)
    String signOut(HttpServletRequest request, HttpServletResponse response) {
        leaving.leave(request);
        SessionCookie.remove(request, response);
        return "redirect:" + Paths.PORTAL_SIGN_IN;
    }

    private Optional<Requester> holder(String link) {
        return Secret.parse(link).flatMap(door::holder);
    }

    private static Speech speech(@Nullable String language, Locale locale) {
        return Speech.of("portal.words", language, locale.toLanguageTag());
    }

    /** @param wait after asking, what is left to wait before one may ask again; nothing, if it was asked for now */
    private static String page(Model model, Locale locale, String to, @Nullable Duration wait) {
        model.addAttribute("speech", speech(null, locale));
        model.addAttribute("desk", Tenant.current().name());
        model.addAttribute("asked", wait != null && !wait.isPositive());
        model.addAttribute("tooOften", wait != null && wait.isPositive());
        model.addAttribute("to", PortalDoor.onwardOf(to));
        return "people/portal-sign-in";
    }

    private static String gone(Model model, Locale locale, String to, HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_GONE);
        model.addAttribute("speech", speech(null, locale));
        model.addAttribute("to", PortalDoor.onwardOf(to));
        return "people/portal-link-gone";
    }
}
