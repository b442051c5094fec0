package threeline.desk.intake.email.web;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import threeline.desk.mail.Manner;
import threeline.desk.mail.Manners;
import threeline.desk.mail.outbox.Outgoing;
import threeline.desk.mail.outbox.RelayTrial;
import threeline.desk.people.access.Action;
import threeline.desk.people.access.May;
import threeline.desk.web.Problem;
import threeline.desk.web.ProblemException;

/** How mail comes in and leaves, for those who answer for it, with what they can do about it. */
@Controller
@May(Action.MANAGE_MAIL)
@RequestMapping("/mail")
class MailController {

    private final MailPages pages;
    private final Outgoing outgoing;
    private final RelayTrial relay;
    private final Manners manners;

    MailController(MailPages pages, Outgoing outgoing, RelayTrial relay, Manners manners) {
        this.manners = manners;
        this.pages = pages;
        this.outgoing = outgoing;
        this.relay = relay;
    }

    @GetMapping
    String page(Model model) {
        return show(null, model);
    }

    /** No mail is sent by it. */
    @PostMapping("/relay/trial")
    String tryRelay(Model model) {
        return show(relay.run(), model);
    }

    @PostMapping("/sent/{id}/retry")
    String retry(@PathVariable long id) {
        if (!outgoing.again(id)) {
            throw new ProblemException(new Problem.NotFound("There is no such mail that could be tried again."));
        }
        return "redirect:/mail";
    }

    /** How the desk's mail leaves from now on. */
    @PostMapping("/manner")
    String manner(@RequestParam(defaultValue = "") String undo, @RequestParam(defaultValue = "false") boolean marker) {
        if (!undo.matches("[0-9]{1,3}") || Integer.parseInt(undo) > Manner.LONGEST_UNDO.toSeconds()) {
            throw new ProblemException(
                    new Problem.Invalid(new Problem.Fault("undo", "0 to 120 seconds; 0 for not at all.")));
        }
        manners.are(new Manner(Duration.ofSeconds(Integer.parseInt(undo)), marker));
        return "redirect:/mail";
    }

    private String show(RelayTrial.@Nullable Result trial, Model model) {
        model.addAttribute("mail", pages.view(trial));
        model.addAttribute("manner", manners.current());
        return "intake/mail";
    }
}
