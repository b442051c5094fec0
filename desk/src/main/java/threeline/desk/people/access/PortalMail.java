package threeline.desk.people.access;

import java.util.List;
import org.springframework.stereotype.Component;
import threeline.desk.people.Requester;
import threeline.desk.tenant.Site;
import threeline.desk.tenant.Tenant;
import threeline.desk.web.Speech;

/** The mail by which a requester comes in, in their language. */
@Component
class PortalMail {

    private final AccountMail mail;
    private final Site site;

    PortalMail(AccountMail mail, Site site) {
        this.mail = mail;
        this.site = site;
    }

    /** Sends a link, if this desk has a mailbox to write from and a site that links begin with. */
    void send(Requester to, PortalDoor.Wish wish, Secret link) {
        var onward = wish.onward().equals("/portal") ? "" : "?to=" + wish.onward();
        var url = site.page("/portal/in/%s%s".formatted(link.text(), onward));
        if (url.isEmpty() || to.email() == null) {
            return;
        }
        var speech = Speech.of("people.portal", to.language(), wish.language());
        var desk = Tenant.current().name();
        mail.post(
                new AccountMail.Reader(to.email(), to.name(), speech.tag()),
                new AccountMail.Text(
                        speech.say("subject", desk),
                        List.of(speech.say("greeting", to.name()), speech.say("asked", desk)),
                        url.get(),
                        speech.say("why")));
    }
}
