package threeline.desk.people.access;

import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import threeline.desk.people.Requester;
import threeline.desk.tenant.Tenant;
import threeline.desk.web.Speech;

/** The mail by which a requester comes in, in their language. */
@Component
class PortalMail {

    private final AccountMail mail;
    private final String site;

    PortalMail(AccountMail mail, @Value("${threeline.site:}") String site) {
        this.mail = mail;
        this.site = site.replaceFirst("/+$", "");
    }

    /** Sends a link, if this desk has a mailbox to write from and a site that links begin with. */
    void send(Requester to, PortalDoor.Wish wish, Secret link) {
        if (site.isBlank() || to.email() == null) {
            return;
        }
        var speech = Speech.of("people.portal", to.language(), wish.language());
        var desk = Tenant.current().name();
        var onward = wish.onward().equals("/portal") ? "" : "?to=" + wish.onward();
        var url = "%s/%s/portal/in/%s%s".formatted(site, Tenant.current().slug(), link.text(), onward);
        mail.post(
                new AccountMail.Reader(to.email(), to.name(), speech.tag()),
                new AccountMail.Text(
                        speech.say("subject", desk),
                        List.of(speech.say("greeting", to.name()), speech.say("asked", desk)),
                        url,
                        speech.say("why")));
    }
}
