package threeline.desk.intake.email.web;

import java.time.InstantSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import threeline.desk.contract.Charters;
import threeline.desk.intake.email.Quarantine;
import threeline.desk.people.access.Action;
import threeline.desk.people.access.May;
import threeline.desk.web.Moments;

/** Mail that nobody could make sense of, why, and a button to try it again. */
@Controller
@May(Action.MANAGE_MAIL)
@RequestMapping("/quarantine")
class QuarantineController {

    private static final int PAGE = 100;

    private final Quarantine quarantine;
    private final Charters charters;
    private final InstantSource time;

    QuarantineController(Quarantine quarantine, Charters charters, InstantSource time) {
        this.quarantine = quarantine;
        this.charters = charters;
        this.time = time;
    }

    @GetMapping
    String list(Model model) {
        var moments = new Moments(charters.current().charter().zone(), time.instant());
        model.addAttribute(
                "letters",
                quarantine.newest(PAGE).stream()
                        .map(it -> HeldView.of(it, moments))
                        .toList());
        return "intake/quarantine";
    }

    @PostMapping("/{id}/retry")
    String retry(@PathVariable long id) {
        quarantine.retry(id);
        return "redirect:/quarantine";
    }
}
