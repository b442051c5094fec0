package threeline.desk.notification;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import threeline.desk.contract.Charters;
import threeline.desk.mail.IncomingMail;
import threeline.desk.mail.MailAddress;
import threeline.desk.mail.OutgoingMail;
import threeline.desk.mail.TurnedAway;
import threeline.desk.mail.outbox.Outbox;
import threeline.promises.charter.Charter;

/** Tells those whom the charter does not let in why, in its own words, and no oftener than anybody is told anything. */
@Component
class Doorkeeper {

    private static final String ABOUT = "turned away";
    private static final int MOST_AN_HOUR = 3;

    private final Charters charters;
    private final Composer composer;
    private final Outbox outbox;
    private final InstantSource time;

    Doorkeeper(Charters charters, Composer composer, Outbox outbox, InstantSource time) {
        this.charters = charters;
        this.composer = composer;
        this.outbox = outbox;
        this.time = time;
    }

    @EventListener
    void on(TurnedAway it) {
        if (mayBeTold(it)) {
            outbox.add(new Outbox.Letter(ABOUT, mail(it, charters.current().charter())));
        }
    }

    /** Somebody who may never have written is told once a day at most. */
    private boolean mayBeTold(TurnedAway it) {
        var person = it.sender().normal();
        outbox.countAlone(person);
        var now = time.instant();
        var inAnHour = outbox.automaticTo(now.minus(Duration.ofHours(1)), List.of(person));
        var inADay = outbox.automaticTo(now.minus(Duration.ofDays(1)), List.of(person));
        return inAnHour.getOrDefault(person, 0L) < MOST_AN_HOUR
                && (it.proven() || inADay.getOrDefault(person, 0L) == 0);
    }

    private OutgoingMail mail(TurnedAway it, Charter charter) {
        var from = new MailAddress(it.mailbox().address(), charter.name());
        var to = it.proven() ? it.sender() : MailAddress.of(it.sender().address());
        var id = "<%s.turned-away@%s>".formatted(UUID.randomUUID(), from.domain());
        var before = it.proven() && it.messageId() != null ? List.of(it.messageId()) : List.<String>of();
        return new OutgoingMail(
                new OutgoingMail.Route(from, to, null, null),
                composer.words(said(it, charter)),
                new IncomingMail.Thread(id, before),
                OutgoingMail.Origin.ANSWER,
                List.of());
    }

    private static Said said(TurnedAway it, Charter charter) {
        var language = Language.of(charter.desk().language());
        var given = it.subject().replaceAll("\\p{Cntrl}+", " ").strip();
        return new Said(
                language.tag(),
                it.proven() && !given.isEmpty() ? "Re: " + given : language.say("turned-away.subject", charter.name()),
                List.of(
                        List.of(
                                it.proven()
                                        ? language.say("greeting", it.sender().called())
                                        : language.say("guarded.greeting")),
                        List.of(language.say("turned-away")),
                        List.of(it.words())),
                List.of(charter.name()));
    }
}
