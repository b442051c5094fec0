package threeline.desk.intake.email;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import threeline.desk.content.Spool;
import threeline.desk.intake.email.screening.Facts;
import threeline.desk.intake.email.screening.Screening;
import threeline.desk.intake.email.screening.Verdict;
import threeline.desk.mail.IncomingMail;
import threeline.desk.mail.Mailbox;
import threeline.desk.mail.Mailboxes;
import threeline.desk.mail.MimeReader;
import threeline.desk.mail.Reading;
import threeline.desk.mail.TurnedAway;
import threeline.desk.mail.identity.Authenticity;
import threeline.desk.tenant.Tenant;
import threeline.desk.web.Problem;
import threeline.desk.web.ProblemException;

/** Closes a letter that the charter does not let in, and has its sender told in the charter's words. */
@Component
class Refusal {

    private final Mailboxes mailboxes;
    private final ApplicationEventPublisher events;

    Refusal(Mailboxes mailboxes, ApplicationEventPublisher events) {
        this.mailboxes = mailboxes;
        this.events = events;
    }

    /** The charter's words, where it was the charter that something failed at. */
    static Optional<String> in(Throwable failure) {
        return failure instanceof ProblemException it && it.problem() instanceof Problem.NotAllowed(var words)
                ? Optional.of(words)
                : Optional.empty();
    }

    Letters.Settled of(Letter letter, String words) {
        try (var spool = new Spool()) {
            return of(
                    letter,
                    MimeReader.read(letter.raw(), spool) instanceof Reading.Read(var mail) ? mail : null,
                    words);
        }
    }

    private Letters.Settled of(Letter letter, @Nullable IncomingMail mail, String words) {
        var why = mail == null ? "it cannot be read" : whyNotTold(letter, mail);
        if (mail != null && why == null) {
            tell(letter, mail, words);
        }
        var path =
                new ArrayList<>(List.of("to " + letter.recipient(), "refused: the charter does not let it in", words));
        path.add(why == null ? "its sender is told so" : "its sender is not told: " + why);
        var id = mail == null ? null : mail.thread().messageId();
        return new Letters.Settled(letter.id(), new Outcome.Refused(words), id, Filing.Layout.NONE, path);
    }

    /** Programs and those in whose name somebody else writes hear nothing. */
    private @Nullable String whyNotTold(Letter letter, IncomingMail mail) {
        var ours = mailboxes.ours().stream().map(Mailbox::address).collect(Collectors.toSet());
        var facts = new Facts(mail, letter.returnPath(), Tenant.current().id(), ours);
        return switch (Screening.judge(facts)) {
            case Verdict.Accept() ->
                letter.authenticity().proof() == Authenticity.Proof.FAIL
                        ? "its domain says that it is not from there"
                        : null;
            case Verdict.Quietly(var why) -> why;
            case Verdict.Echo(var _, var why) -> why;
            case Verdict.Ignore(var why) -> why;
            case Verdict.Quarantine(var why) -> why;
        };
    }

    private void tell(Letter letter, IncomingMail mail, String words) {
        mailboxes.ours().stream()
                .filter(it -> it.address().equals(letter.mailbox()))
                .findFirst()
                .ifPresent(mailbox -> events.publishEvent(new TurnedAway(
                        mailbox,
                        mail.from().orElseThrow(),
                        mail.subject(),
                        mail.thread().messageId(),
                        words,
                        letter.authenticity().proven())));
    }
}
