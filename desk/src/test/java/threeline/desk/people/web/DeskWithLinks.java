package threeline.desk.people.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import threeline.desk.mail.Mailbox;
import threeline.desk.mail.Mailboxes;
import threeline.desk.people.Agent;
import threeline.desk.people.Role;
import threeline.desk.tenant.Tenant;
import threeline.testing.Mails;
import threeline.testing.TestRelay;

/** With an administrator, who invites people, and a mailbox that sends them the links. */
abstract class DeskWithLinks extends DeskWithAccounts {

    static final String GOOD = "seven grey herons";
    static final Pattern LINK =
            Pattern.compile("https://desks\\.example/[a-z0-9-]+(/(?:invitation|reset)/[A-Za-z0-9_-]+)");

    final String unique = UUID.randomUUID().toString().substring(0, 8);

    @Autowired
    Mailboxes mailboxes;

    Agent ada;
    Visitor admin;

    @BeforeEach
    void an_administrator() {
        ada = agent("ada", Role.ADMIN);
        admin = signedIn("ada");
    }

    @Override
    Tenant desk() {
        var made = super.desk();
        made.run(() -> mailboxes.are(List.of(new Mailbox(made.id(), made.slug() + "@desks.example", "Desk", "email"))));
        return made;
    }

    /** The mails of all tests arrive at one place. */
    @Override
    String mailOf(String name) {
        return "%s-%s@desk.example".formatted(name, unique);
    }

    HttpResponse<String> invite(String name) {
        admin.get(path("/agents"));
        return admin.post(path("/agents"), Map.of("name", "Some One", "email", mailOf(name), "role", "agent"));
    }

    HttpResponse<String> forgets(String name) {
        var visitor = new Visitor(port);
        visitor.get(path("/sign-in/forgotten"));
        var answer = visitor.post(path("/sign-in/forgotten"), Map.of("email", mailOf(name)));
        time.forward(Duration.ofSeconds(1));
        return answer;
    }

    /** The link in the latest mail to somebody, below the desk. */
    String link(String name) {
        await().until(() -> !TestRelay.mailsTo(mailOf(name)).isEmpty());
        var found = LINK.matcher(Mails.text(TestRelay.mailsTo(mailOf(name)).getLast()));
        assertThat(found.find()).isTrue();
        return found.group(1);
    }
}
