package threeline.desk.people.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import threeline.desk.people.access.Action;
import threeline.desk.people.access.Asker;
import threeline.desk.people.access.May;
import threeline.desk.people.access.PortalSessions;
import threeline.desk.web.Speech;

/** What somebody who asks is known as, and where they are signed in. */
@Controller
@May(value = Action.SEE_OWN_DATA, own = true)
@RequestMapping("/portal/you")
class PortalAccountController {

    private final PortalSessions sessions;

    PortalAccountController(PortalSessions sessions) {
        this.sessions = sessions;
    }

    @GetMapping
    String account(Asker asker, Locale locale, HttpServletRequest request, Model model) {
        var who = asker.requester();
        model.addAttribute("speech", Speech.of("portal.words", who.language(), locale.toLanguageTag()));
        model.addAttribute("who", who);
        model.addAttribute("sessions", sessions.of(who.id(), AccountController.here(request)));
        return "people/portal-you";
    }

    @PostMapping("/sessions/{id}/end")
    String end(Asker asker, @PathVariable long id) {
        sessions.end(asker.requester().id(), id);
        return "redirect:/portal/you";
    }

    @PostMapping("/sessions/end")
    String endOthers(Asker asker, HttpServletRequest request) {
        sessions.endOthers(asker.requester().id(), AccountController.here(request));
        return "redirect:/portal/you";
    }
}
