package threeline.desk.mail.outbox;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static threeline.desk.db.mail.Tables.OUTBOX;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import threeline.desk.mail.IncomingMail;
import threeline.desk.mail.MailAddress;
import threeline.desk.mail.OutgoingMail;
import threeline.desk.tenant.Tenant;
import threeline.desk.tenant.Tenants;
import threeline.testing.DeskTest;
import threeline.testing.HandTurnedTime;
import threeline.testing.TestRelay;

/** What lies in the outbox leaves once, waits when it must, and is given up out loud. */
@DeskTest
class PostmanTest {

    @Autowired
    Tenants tenants;

    @Autowired
    Outbox outbox;

    @Autowired
    Postman postman;

    @Autowired
    DSLContext db;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    HandTurnedTime time;

    final String someone = UUID.randomUUID() + "@example.org";
    Tenant tenant;

    @BeforeEach
    void a_tenant_of_its_own() {
        tenant = tenants.add("post-" + UUID.randomUUID().toString().substring(0, 8), "Post");
    }

    @Test
    void a_mail_leaves_after_the_commit_and_not_without_it() {
        tenant.run(() -> transactions.executeWithoutResult(it -> {
            leave(someone, true);
            it.setRollbackOnly();
        }));
        leave("after-" + someone, true);
        await().until(() -> !TestRelay.mailsTo("after-" + someone).isEmpty());
        assertThat(TestRelay.mailsTo(someone)).isEmpty();
    }

    @Test
    void an_automatic_mail_has_no_return_path_and_says_what_it_is() {
        leave(someone, true);
        await().until(() -> TestRelay.mailsTo(someone).size() == 1);
        var mail = TestRelay.mailsTo(someone).getFirst();
        assertThat(mail.from()).isEmpty();
        assertThat(mail.text()).contains("Auto-Submitted: auto-generated", "hidden dot\r\nBye");
        await().untilAsserted(() -> assertThat(rows()).containsExactly("sent 1 null"));
    }

    @Test
    void one_that_is_deferred_goes_later_with_the_same_message_id() {
        var later = "once" + someone;
        leave(later, false);
        await().untilAsserted(() -> assertThat(rows()).containsExactly("waiting 1 451 4.7.1 come back later"));
        time.forward(Duration.ofMinutes(2));
        await().until(() -> TestRelay.mailsTo(later).size() == 1);
        assertThat(TestRelay.mailsTo(later).getFirst().text()).contains("Message-ID: <id@desk.example>");
    }

    @Test
    void one_that_is_refused_is_given_up_at_once() {
        leave("refused" + someone, false);
        await().untilAsserted(() -> assertThat(rows()).containsExactly("given-up 1 550 5.1.1 nobody of that name"));
    }

    @Test
    void five_days_are_enough() {
        leave("later" + someone, false);
        await().untilAsserted(() -> assertThat(rows()).allMatch(row -> row.startsWith("waiting 1 451")));
        time.forward(Duration.ofDays(5));
        await().untilAsserted(() ->
                assertThat(rows()).containsExactly("given-up 2 for five days: 451 4.7.1 come back later"));
    }

    @Test
    void several_hundred_leave_in_seconds() {
        var mails = java.util.stream.IntStream.range(0, 1000)
                .mapToObj(i -> new Outbox.Letter("PRO-1", mail(i + someone, true)))
                .toList();
        tenant.run(() -> outbox.addAll(mails));
        await().atMost(20, SECONDS)
                .until(() -> TestRelay.mails(it -> it.to().endsWith(someone)).size() == 1000);
    }

    private void leave(String to, boolean automatic) {
        tenant.run(() -> outbox.add(new Outbox.Letter("PRO-1", mail(to, automatic))));
    }

    private static OutgoingMail mail(String to, boolean automatic) {
        var desk = MailAddress.of("desk@desk.example");
        return new OutgoingMail(
                new OutgoingMail.Route(desk, MailAddress.of(to), null, automatic ? null : desk),
                new OutgoingMail.Words("Hello", "Hello\n.hidden dot\nBye", "<p>Hello</p>"),
                new IncomingMail.Thread("id@desk.example", List.of()),
                automatic ? OutgoingMail.Origin.DESK : OutgoingMail.Origin.PERSON,
                List.of());
    }

    private List<String> rows() {
        return tenant.call(() -> transactions.execute(_ ->
                db.selectFrom(OUTBOX).fetch(row -> row.getState() + " " + row.getAttempts() + " " + row.getFailure())));
    }
}
