package threeline.desk.vendor;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import threeline.desk.contract.Charters;
import threeline.desk.mail.Attachment;
import threeline.desk.mail.Conversations;
import threeline.desk.mail.IncomingMail;
import threeline.desk.mail.MailAddress;
import threeline.desk.mail.Mailboxes;
import threeline.desk.mail.OutgoingMail;
import threeline.desk.mail.ReplyKeys;
import threeline.desk.mail.outbox.Outbox;
import threeline.promises.charter.Vendor;

/** Sends what a vendor is written, in the thread that this ticket has with this vendor alone. */
@Component
class VendorPost {

    private static final int MOST_BEFORE = 10;

    private final Mailboxes mailboxes;
    private final ReplyKeys keys;
    private final Conversations conversations;
    private final Outbox outbox;
    private final Charters charters;
    private final TemplateEngine templates;

    VendorPost(
            Mailboxes mailboxes,
            ReplyKeys keys,
            Conversations conversations,
            Outbox outbox,
            Charters charters,
            TemplateEngine templates) {
        this.mailboxes = mailboxes;
        this.keys = keys;
        this.conversations = conversations;
        this.outbox = outbox;
        this.charters = charters;
        this.templates = templates;
    }

    /**
     * A vendor without an address is asked otherwise, and nothing is sent.
     *
     * @param entry of the timeline, that this tells
     */
    void send(Asking asking, Vendor vendor, int entry, VendorLetter letter, List<Attachment> files) {
        Optional.ofNullable(vendor.reach().address())
                .map(address -> new MailAddress(address, vendor.name()))
                .filter(MailAddress::isUsable)
                .ifPresent(to -> mailboxes.ours().stream().findFirst().ifPresent(mailbox -> {
                    var from = new MailAddress(
                            mailbox.address(), charters.current().charter().name());
                    outbox.add(new Outbox.Letter(about(asking), mail(asking, entry, letter, from, to, files)));
                }));
    }

    private OutgoingMail mail(
            Asking asking, int entry, VendorLetter letter, MailAddress from, MailAddress to, List<Attachment> files) {
        var key = keys.key(asking.ticket().reference(prefix()), asking.sealedTo());
        var answers = key.asAddress(from);
        var html = new StringOutput();
        templates.render("vendor/mail.jte", Map.of("letter", letter), html);
        var before = conversations.of(List.of(about(asking))).getOrDefault(about(asking), List.of());
        return new OutgoingMail(
                new OutgoingMail.Route(from, to, answers, answers),
                new OutgoingMail.Words(letter.subject(), letter.text(), html.toString()),
                new IncomingMail.Thread(
                        key.asMessageId("v" + entry, from.domain()),
                        before.stream().limit(MOST_BEFORE).toList()),
                OutgoingMail.Origin.PERSON,
                files);
    }

    private String about(Asking asking) {
        return asking.about(prefix());
    }

    private String prefix() {
        return charters.current().charter().prefix();
    }
}
