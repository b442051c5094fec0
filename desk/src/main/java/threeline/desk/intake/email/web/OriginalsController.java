package threeline.desk.intake.email.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import threeline.desk.intake.email.Correspondence;
import threeline.desk.intake.email.FiledLetters;
import threeline.desk.mail.Pictures;
import threeline.desk.mail.SafeHtml;
import threeline.desk.people.access.Action;
import threeline.desk.people.access.Actor;
import threeline.desk.people.access.May;
import threeline.desk.ticket.FileDoor;
import threeline.desk.ticket.TicketNumber;
import threeline.desk.web.Problem;
import threeline.desk.web.ProblemException;

/** The mail behind an entry of a timeline, for all who see the ticket: as it was laid out, and as it came. */
@Controller
@May(Action.SEE_TICKETS)
@RequestMapping("/tickets/{number}/entries/{entry}")
class OriginalsController {

    private static final Logger log = LoggerFactory.getLogger(OriginalsController.class);

    private final FiledLetters filed;
    private final Correspondence letters;
    private final Pictures pictures;
    private final FileDoor files;

    OriginalsController(FiledLetters filed, Correspondence letters, Pictures pictures, FileDoor files) {
        this.files = files;
        this.pictures = pictures;
        this.filed = filed;
        this.letters = letters;
    }

    @GetMapping("/layout")
    void layout(@PathVariable long number, @PathVariable int entry, HttpServletResponse response) throws IOException {
        var page = letters.read(letter(number, entry), mail -> MailFrame.page(mail, Map.of()));
        MailFrame.write(page.orElseThrow(OriginalsController::nothing), response);
    }

    /** The same with pictures from elsewhere, which are fetched for this once. */
    @PostMapping("/layout")
    void withPictures(@PathVariable long number, @PathVariable int entry, Actor actor, HttpServletResponse response)
            throws IOException {
        var letter = letter(number, entry);
        var wanted = letters.read(letter, SafeHtml::elsewhere).orElseThrow(OriginalsController::nothing);
        log.info(
                "{} has {} pictures fetched for ticket {}, entry {}",
                actor.agent().email(),
                wanted.size(),
                number,
                entry);
        var fetched = pictures.fetch(wanted); // while no transaction is open
        var page = letters.read(letter, mail -> MailFrame.page(mail, fetched));
        MailFrame.write(page.orElseThrow(OriginalsController::nothing), response);
    }

    @GetMapping("/original")
    void original(@PathVariable long number, @PathVariable int entry, HttpServletResponse response) throws IOException {
        var letter = letter(number, entry);
        var content = letters.original(letter);
        files.requireFree(content);
        MailFrame.writeOriginal(letter, content, response);
    }

    private long letter(long number, int entry) {
        if (number < 1) {
            throw nothing();
        }
        return filed.letter(new TicketNumber(number), entry).orElseThrow(OriginalsController::nothing);
    }

    private static ProblemException nothing() {
        return new ProblemException(new Problem.NotFound("No mail stands behind this entry."));
    }
}
