package threeline.desk.intake.email;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.subethamail.smtp.server.SMTPServer;
import threeline.desk.mail.Mailbox;
import threeline.desk.mail.Mailboxes;
import threeline.desk.mail.identity.Identity;
import threeline.desk.tenant.Tenants;
import threeline.testing.DeskTest;
import threeline.testing.SmtpTalk;

/** When the database is away, a mail is neither taken nor refused: its server keeps it and comes back. */
@DeskTest
class NoDatabaseTest {

    @Autowired
    Mailboxes mailboxes;

    @Autowired
    Tenants tenants;

    @Autowired
    MailRound round;

    @Autowired
    Identity identity;

    @Test
    void a_mail_that_can_not_be_kept_is_deferred() throws Exception {
        var slug = "n-" + UUID.randomUUID().toString().substring(0, 8);
        var address = "help@" + slug + ".example";
        var tenant = tenants.add(slug, "Nowhere");
        tenant.run(() -> mailboxes.are(java.util.List.of(new Mailbox(tenant.id(), address, "Mail", "email"))));
        assertThat(mailboxes.whose(address)).isPresent();
        var gone = new PGSimpleDataSource();
        gone.setURL("jdbc:postgresql://127.0.0.1:1/gone?connectTimeout=1");
        var db = DSL.using(gone, SQLDialect.POSTGRES);
        var letters = new Letters(db, new LetterPieces(db), () -> Instant.parse("2026-11-23T09:00:00Z"));
        var box = new LetterBox(letters, tenants, new DataSourceTransactionManager(gone));

        var staff =
                new Reception.Staff(mailboxes, new Acceptance(identity, box, round), new Table(), Doors.Limits.usual());
        var server = SMTPServer.port(0)
                .messageHandlerFactory(context -> new Reception(context, staff))
                .build();
        server.start();
        try (var talk = new SmtpTalk(server.getPortAllocated())) {
            assertThat(talk.mail("ann@customer.example", address, "From: ann@customer.example\n\nhello"))
                    .startsWith("451 4.3.0");
        } finally {
            server.stop();
            box.destroy();
        }
    }
}
