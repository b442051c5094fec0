package threeline.desk.mail.demo;

import java.time.Instant;
import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import threeline.desk.web.Unasked;

/** The demo's sent mail, for programs. */
@RestController
@Unasked("the demo alone has it")
@Profile("demo")
class OutboxController {

    private final SmtpSink sink;

    OutboxController(SmtpSink sink) {
        this.sink = sink;
    }

    /** The newest first; only those to one address, where one is given. */
    @GetMapping("/dev/outbox.json")
    List<Sunk> mails(@RequestParam(defaultValue = "") String to) {
        return sink.mails().stream()
                .filter(it -> to.isEmpty() || it.envelope().to().stream().anyMatch(to::equalsIgnoreCase))
                .map(OutboxController::sunk)
                .toList();
    }

    private static Sunk sunk(SunkMail it) {
        return new Sunk(
                it.number(), it.at(), it.envelope().from(), it.envelope().to(), it.subject(), it.text(), it.source());
    }

    record Sunk(long number, Instant at, String from, List<String> to, String subject, String text, String raw) {}
}
