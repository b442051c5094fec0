package threeline.desk.intake.email.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import threeline.desk.intake.email.Correspondence;
import threeline.desk.intake.email.FiledLetters;
import threeline.desk.people.access.Action;
import threeline.desk.people.access.May;
import threeline.desk.ticket.TicketNumber;
import threeline.desk.web.Problem;
import threeline.desk.web.ProblemException;

/** The mail behind an entry of a timeline, for all who see the ticket: as it was laid out, and as it came. */
@Controller
@May(Action.SEE_TICKETS)
@RequestMapping("/tickets/{number}/entries/{entry}")
class OriginalsController {

    private final FiledLetters filed;
    private final Correspondence letters;

    OriginalsController(FiledLetters filed, Correspondence letters) {
        this.filed = filed;
        this.letters = letters;
    }

    @GetMapping("/layout")
    void layout(@PathVariable long number, @PathVariable int entry, HttpServletResponse response) throws IOException {
        var mail = letters.mail(letter(number, entry)).orElseThrow(OriginalsController::nothing);
        MailFrame.write(mail, response);
    }

    @GetMapping("/original")
    void original(@PathVariable long number, @PathVariable int entry, HttpServletResponse response) throws IOException {
        var letter = letter(number, entry);
        MailFrame.writeOriginal(letter, letters.original(letter), response);
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
