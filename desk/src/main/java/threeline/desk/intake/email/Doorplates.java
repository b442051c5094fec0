package threeline.desk.intake.email;

import java.util.List;
import java.util.Objects;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import threeline.desk.contract.CharterPut;
import threeline.desk.mail.MailAddress;
import threeline.desk.mail.Mailbox;
import threeline.desk.mail.Mailboxes;
import threeline.desk.tenant.Tenant;
import threeline.promises.charter.Channel;
import threeline.promises.charter.Charter;

/** Puts up the addresses that a charter names, in the transaction that puts the charter in force. */
@Component
class Doorplates {

    private final Mailboxes mailboxes;

    Doorplates(Mailboxes mailboxes) {
        this.mailboxes = mailboxes;
    }

    @EventListener
    void on(CharterPut put) {
        mailboxes.are(of(put.charter().charter()));
    }

    private static List<Mailbox> of(Charter charter) {
        return charter.channels().values().stream()
                .filter(it -> it.by() == Channel.By.EMAIL && it.reach().address() != null)
                .map(it -> mailbox(it, Objects.requireNonNull(it.reach().address())))
                .toList();
    }

    private static Mailbox mailbox(Channel channel, String address) {
        return new Mailbox(
                Tenant.current().id(),
                MailAddress.normal(address),
                channel.reach().name(),
                channel.id());
    }
}
