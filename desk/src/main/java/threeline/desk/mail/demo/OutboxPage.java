package threeline.desk.mail.demo;

import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import threeline.desk.web.Problem;
import threeline.desk.web.ProblemException;
import threeline.desk.web.Unasked;

/** The demo's sent mail, for people. */
@Controller
@Unasked("the demo alone has it")
@Profile("demo")
class OutboxPage {

    private static final int SHOWN = 100;

    private final SmtpSink sink;

    OutboxPage(SmtpSink sink) {
        this.sink = sink;
    }

    @GetMapping("/dev/outbox")
    String list(Model model) {
        List<SunkMail> mails = sink.mails().stream().limit(SHOWN).toList();
        model.addAttribute("mails", mails);
        return "mail/outbox";
    }

    @GetMapping("/dev/outbox/{number}")
    String one(@PathVariable long number, Model model) {
        model.addAttribute(
                "mail",
                sink.find(number)
                        .orElseThrow(() -> new ProblemException(new Problem.NotFound(
                                "The outbox keeps the last 500 mails, and this is none of them."))));
        return "mail/outbox-mail";
    }
}
