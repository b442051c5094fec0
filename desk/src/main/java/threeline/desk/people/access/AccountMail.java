package threeline.desk.people.access;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import threeline.desk.mail.IncomingMail;
import threeline.desk.mail.MailAddress;
import threeline.desk.mail.Mailboxes;
import threeline.desk.mail.OutgoingMail;
import threeline.desk.mail.outbox.Outbox;
import threeline.desk.people.Agent;
import threeline.desk.tenant.Site;
import threeline.desk.tenant.Tenant;

/** Mails to agents about their accounts. Links in them begin with the configured site, never with what a request says. */
@Component
class AccountMail {

    private final Mailboxes mailboxes;
    private final Outbox outbox;
    private final TemplateEngine templates;
    private final Site site;

    AccountMail(Mailboxes mailboxes, Outbox outbox, TemplateEngine templates, Site site) {
        this.mailboxes = mailboxes;
        this.outbox = outbox;
        this.templates = templates;
        this.site = site;
    }

    /** Whom a mail is to, and in which language it is. */
    record Reader(String email, String name, String language) {}

    /** What a mail says: a line, a link if there is one to follow, and why it came. */
    record Text(String subject, List<String> lines, String link, String why) {}

    /** Sends a link, and says whether it could: a desk needs a mailbox to write from, and a site that links begin with. */
    boolean send(Agent to, Purpose purpose, String path) {
        return site.page(path).map(it -> post(to, text(to, purpose, it))).orElse(false);
    }

    /** Tells somebody that their password is another now, so that they notice if it was not them. */
    void passwordSet(Agent to) {
        var desk = Tenant.current().name();
        post(
                to,
                new Text(
                        "Your password at %s was changed".formatted(desk),
                        List.of(
                                greeting(to),
                                "Your password at %s has just been changed, and you were signed out elsewhere."
                                        .formatted(desk)),
                        "",
                        "If it was not you, tell the desk's administrators at once."));
    }

    /** Tells somebody that codes or a passkey were set up, so that they notice if it was not them. */
    void secondStepSet(Agent to) {
        var desk = Tenant.current().name();
        post(
                to,
                new Text(
                        "A second step for %s was set up".formatted(desk),
                        List.of(
                                greeting(to),
                                "For your signing in at %s an authenticator or a passkey has just been set up."
                                        .formatted(desk)),
                        "",
                        "If it was not you, tell the desk's administrators at once."));
    }

    /** Tells somebody that their password alone lets them in from now on. */
    void secondStepEnded(Agent to) {
        var desk = Tenant.current().name();
        post(
                to,
                new Text(
                        "Signing in at %s without a code".formatted(desk),
                        List.of(
                                greeting(to),
                                "An administrator of %s, or whoever runs the program, has ended the second step of your signing in: no code is asked for any more, and your passkeys are gone."
                                        .formatted(desk)),
                        "",
                        "If you did not ask for that, tell the desk's administrators at once."));
    }

    private static Text text(Agent to, Purpose purpose, String link) {
        var desk = Tenant.current().name();
        return switch (purpose) {
            case INVITATION ->
                new Text(
                        "Your account at %s".formatted(desk),
                        List.of(
                                greeting(to),
                                "You are invited to work at %s. Choose a password here, within %s:"
                                        .formatted(desk, purpose.lifeInWords())),
                        link,
                        "If you don't know %s, leave this mail be: nothing happens.".formatted(desk));
            case RESET ->
                new Text(
                        "A new password for %s".formatted(desk),
                        List.of(
                                greeting(to),
                                "Somebody asked for a new password for you at %s. Choose it here, within %s:"
                                        .formatted(desk, purpose.lifeInWords())),
                        link,
                        "If it was not you, leave this mail be: your password stays as it is.");
        };
    }

    private static String greeting(Agent to) {
        return "Hello %s,".formatted(to.name());
    }

    private boolean post(Agent to, Text text) {
        return post(new Reader(to.email(), to.name(), "en"), text);
    }

    boolean post(Reader to, Text text) {
        var address = new MailAddress(to.email(), to.name().replaceAll("\\p{Cntrl}+", " "));
        var from = sender();
        if (from.isEmpty() || !address.isUsable()) {
            return false;
        }
        var id = "account.%s@%s".formatted(Secret.random().text(), from.get().domain());
        var route = new OutgoingMail.Route(from.get(), address, null, null);
        var mail = new OutgoingMail(
                route,
                words(text, to.language()),
                new IncomingMail.Thread(id, List.of()),
                OutgoingMail.Origin.DESK,
                List.of());
        outbox.add(new Outbox.Letter("account", mail));
        return true;
    }

    private Optional<MailAddress> sender() {
        return mailboxes.ours().stream()
                .findFirst()
                .map(it -> new MailAddress(it.address(), Tenant.current().name()));
    }

    private OutgoingMail.Words words(Text text, String language) {
        var html = new StringOutput();
        var values = Map.<String, Object>of(
                "language", language,
                "subject", text.subject(),
                "lines", text.lines(),
                "link", text.link(),
                "why", text.why());
        templates.render("people/mail.jte", values, html);
        var plain = "%s\n\n%s%s\n"
                .formatted(
                        String.join("\n\n", text.lines()),
                        text.link().isEmpty() ? "" : text.link() + "\n\n",
                        text.why());
        return new OutgoingMail.Words(text.subject().replaceAll("\\p{Cntrl}+", " "), plain, html.toString());
    }
}
