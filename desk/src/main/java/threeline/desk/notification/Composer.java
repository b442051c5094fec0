package threeline.desk.notification;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import threeline.desk.contract.Charters;
import threeline.desk.mail.Attachment;
import threeline.desk.mail.IncomingMail;
import threeline.desk.mail.MailAddress;
import threeline.desk.mail.OutgoingMail;
import threeline.desk.mail.ReplyKeys;
import threeline.desk.notification.Letterhead.Occasion;
import threeline.desk.ticket.Entry;
import threeline.desk.ticket.NewAttachment;

/** Writes one mail: its words in two forms, where an answer goes, and what it answers. */
@Component
class Composer {

    private static final int MOST_BEFORE = 10;

    private final Charters charters;
    private final Phrases phrases;
    private final ReplyKeys keys;
    private final TemplateEngine templates;

    Composer(Charters charters, Phrases phrases, ReplyKeys keys, TemplateEngine templates) {
        this.charters = charters;
        this.phrases = phrases;
        this.keys = keys;
        this.templates = templates;
    }

    /**
     * What came before a mail: the Message-IDs of its conversation, the latest first, what happened to its ticket, the
     * files that go along, and what the desk has its mails say.
     */
    record Before(List<String> mails, List<Entry> acts, List<NewAttachment> files, Wording wording) {}

    OutgoingMail compose(Occasion it, Before before) {
        var charter = charters.current().charter();
        var key = keys.key(it.reference(), it.told().recipient());
        var from = new MailAddress(it.mailbox().address(), charter.name());
        var answers = key.asAddress(from);
        var unique = it.what().word().substring(0, 1) + it.first().notice().id() + mark(it.to());
        return new OutgoingMail(
                new OutgoingMail.Route(from, it.to(), answers, it.automatic() ? null : answers),
                words(phrases.say(it, before.acts(), charter, before.wording())),
                new IncomingMail.Thread(
                        key.asMessageId(unique, from.domain()),
                        before.mails().stream().limit(MOST_BEFORE).toList()),
                it.automatic() ? OutgoingMail.Origin.ANSWER : OutgoingMail.Origin.PERSON,
                before.files().stream().map(Composer::attachment).toList());
    }

    /** So that the same words to two people are two mails. */
    private static String mark(MailAddress to) {
        return Integer.toHexString(to.normal().hashCode());
    }

    /** What is said, in the two forms of a mail. */
    OutgoingMail.Words words(Said said) {
        var html = new StringOutput();
        templates.render("notification/mail.jte", Map.of("said", said), html);
        return new OutgoingMail.Words(said.subject(), said.text(), html.toString());
    }

    private static Attachment attachment(NewAttachment it) {
        return new Attachment(it.name(), it.type(), it.content());
    }
}
