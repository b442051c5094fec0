package threeline.desk.intake.email.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import threeline.desk.contract.Charters;
import threeline.desk.intake.email.Correspondence;
import threeline.desk.mail.Onlookers;
import threeline.desk.mail.outbox.Outgoing;
import threeline.desk.people.access.Action;
import threeline.desk.people.access.Actor;
import threeline.desk.people.access.May;
import threeline.desk.ticket.FileDoor;
import threeline.desk.ticket.TicketNumber;
import threeline.desk.web.Moments;
import threeline.desk.web.Problem;
import threeline.desk.web.ProblemException;

/** Every letter that came in: what it says, what became of it and why, and the bytes as they came. */
@Controller
@May(Action.MANAGE_MAIL)
@RequestMapping("/letters")
class LettersController {

    private static final int PAGE = 100;

    private final Correspondence letters;
    private final Onlookers onlookers;
    private final Outgoing outgoing;
    private final Charters charters;
    private final InstantSource time;
    private final FileDoor files;

    LettersController(
            Correspondence letters,
            Onlookers onlookers,
            Outgoing outgoing,
            Charters charters,
            InstantSource time,
            FileDoor files) {
        this.files = files;
        this.letters = letters;
        this.onlookers = onlookers;
        this.outgoing = outgoing;
        this.charters = charters;
        this.time = time;
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "") String id, Model model) {
        model.addAttribute("wanted", id);
        model.addAttribute(
                "letters",
                letters.find(id, PAGE).stream()
                        .map(it -> LetterView.line(it, moments()))
                        .toList());
        model.addAttribute(
                "sent",
                outgoing.find(id).stream().map(it -> SentView.of(it, moments())).toList());
        return "intake/letters";
    }

    @GetMapping("/{id}")
    String one(@PathVariable long id, Model model) {
        var entry = entry(id);
        var looking = entry.ticket() == null ? List.<Onlookers.Onlooker>of() : onlookers.of(reference(entry.ticket()));
        var view = letters.read(id, mail -> LetterView.of(entry, mail, looking, moments()))
                .orElseGet(() -> LetterView.of(entry, null, looking, moments()));
        model.addAttribute("letter", view);
        return "intake/letter";
    }

    /** Shown in a frame that may do nothing, from a page that may do nothing. */
    @GetMapping("/{id}/html")
    void html(@PathVariable long id, HttpServletResponse response) throws IOException {
        var page = letters.read(id, mail -> MailFrame.page(mail, Map.of()))
                .orElseThrow(() -> new ProblemException(new Problem.NotFound("It can't be read.")));
        MailFrame.write(page, response);
    }

    @GetMapping("/{id}/original")
    void original(@PathVariable long id, HttpServletResponse response) throws IOException {
        var content = letters.original(id);
        files.requireFree(content);
        MailFrame.writeOriginal(id, content, response);
    }

    @PostMapping("/{id}/acceptance")
    String accept(@PathVariable long id, Actor actor) {
        letters.accept(id, actor.agent().name());
        return "redirect:/letters/" + id;
    }

    /** Lets somebody who was copied in see what is said from now on, or forgets them. */
    @PostMapping("/{id}/onlookers")
    String onlooker(
            @PathVariable long id,
            @RequestParam String address,
            @RequestParam(defaultValue = "false") boolean dismiss,
            Actor actor) {
        var ticket = entry(id).ticket();
        if (ticket != null && dismiss) {
            onlookers.dismiss(reference(ticket), address);
        } else if (ticket != null) {
            onlookers.approve(reference(ticket), address, actor.agent().name());
        }
        return "redirect:/letters/" + id;
    }

    private Correspondence.Entry entry(long id) {
        return letters.find(id)
                .orElseThrow(() -> new ProblemException(new Problem.NotFound("There is no such letter.")));
    }

    private String reference(long ticket) {
        return new TicketNumber(ticket).reference(charters.current().charter().prefix());
    }

    private Moments moments() {
        return new Moments(charters.current().charter().zone(), time.instant());
    }
}
