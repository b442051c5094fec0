package threeline.desk.mail.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import threeline.desk.content.Content;
import threeline.desk.mail.IncomingMail;
import threeline.desk.mail.MailAddress;
import threeline.desk.mail.OutgoingMail;
import threeline.desk.mail.identity.Authenticity;
import threeline.desk.mail.identity.HandWritten;
import threeline.desk.mail.identity.Sender;
import threeline.desk.mail.identity.Zone;
import threeline.desk.tenant.Tenant;
import threeline.desk.tenant.Tenants;
import threeline.testing.DeskTest;
import threeline.testing.HandTurnedTime;
import threeline.testing.TestRelay;
import threeline.testing.WrittenZone;

/** Each desk signs by keys of its own, for each of its domains, once they are published. */
@DeskTest
class DkimKeysTest {

    @Autowired
    DkimKeys keys;

    @Autowired
    Outbox outbox;

    @Autowired
    Tenants tenants;

    @Autowired
    HandTurnedTime time;

    final String slug = "k-" + UUID.randomUUID().toString().substring(0, 8);
    final String domain = slug + ".example";
    Tenant tenant;

    @BeforeEach
    void a_desk() {
        time.set(HandTurnedTime.MONDAY_AT_NINE);
        tenant = tenants.add(slug, "Keys");
    }

    @Test
    void a_key_that_signs_proves_the_mail_of_its_domain_and_no_other() throws Exception {
        var key = tenant.call(() -> keys.make(domain));
        assertThat(key.selector()).isEqualTo("tl20261123");
        tenant.run(() -> keys.signBy(key));
        var zone = new WrittenZone()
                .with(key.name(), Zone.Kind.TXT, key.record())
                .with("_dmarc." + domain, Zone.Kind.TXT, "v=DMARC1; p=reject");
        var ours = sent("help@" + domain, "ann@" + domain);
        var sender = new Sender("198.51.100.1", "mx.relay.example", "");
        assertThat(HandWritten.identity(zone).of(Content.of(ours.raw()), sender).proof())
                .isEqualTo(Authenticity.Proof.PASS);
        assertThat(text(sent("help@other-" + domain, "bob@" + domain))).doesNotContain("DKIM-Signature");
    }

    @Test
    void one_key_of_a_domain_signs_and_another_desk_has_none_of_it() {
        var first = tenant.call(() -> keys.make(domain));
        var second = tenant.call(() -> keys.make(domain));
        assertThat(second.selector()).isEqualTo("tl20261123-2");
        tenant.run(() -> keys.signBy(first));
        tenant.run(() -> keys.signBy(second));
        assertThat(tenant.call(() -> keys.all()))
                .extracting(DkimKeys.Key::signs)
                .containsExactly(false, true);
        assertThat(tenants.add("o-" + slug, "Other").call(() -> keys.all())).isEmpty();
    }

    @Test
    void what_is_published_is_told_apart_from_what_is_not() {
        var key = tenant.call(() -> keys.make(domain));
        assertThat(new Publication(new WrittenZone()).of(key).words()).contains("Nothing is published");
        var other = new WrittenZone().with(key.name(), Zone.Kind.TXT, "v=DKIM1; k=rsa; p=AAAA");
        assertThat(new Publication(other).of(key).words()).contains("Something else is published");
        var split = key.record().substring(0, 100) + " " + key.record().substring(100);
        var right = new WrittenZone().with(key.name(), Zone.Kind.TXT, split);
        assertThat(new Publication(right).of(key).published()).isTrue();
    }

    private TestRelay.Mail sent(String from, String to) {
        var mail = new OutgoingMail(
                new OutgoingMail.Route(MailAddress.of(from), MailAddress.of(to), null, null),
                new OutgoingMail.Words("Hello", "Hello\n\n", "<p>Hello</p>"),
                new IncomingMail.Thread(UUID.randomUUID() + "@" + domain, List.of()),
                OutgoingMail.Origin.DESK,
                List.of());
        tenant.run(() -> outbox.add(new Outbox.Letter("KEY-1", mail)));
        await().until(() -> !TestRelay.mailsTo(to).isEmpty());
        return TestRelay.mailsTo(to).getFirst();
    }

    private static String text(TestRelay.Mail mail) {
        return new String(mail.raw(), StandardCharsets.UTF_8);
    }
}
