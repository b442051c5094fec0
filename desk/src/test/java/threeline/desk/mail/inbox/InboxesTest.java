package threeline.desk.mail.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static threeline.desk.db.mail.Tables.INBOX;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import threeline.desk.tenant.Tenant;
import threeline.desk.tenant.Tenants;
import threeline.testing.DeskTest;

/** Where letters are fetched from is each desk's own, and its secrets are not to be read in the database. */
@DeskTest
class InboxesTest {

    static final Inbox.Place PLACE = new Inbox.Place(
            "help@inbox.example",
            new Inbox.Server("127.0.0.1", 1, Inbox.Tls.NONE, "help", new Inbox.SignIn.ByPassword()),
            "INBOX",
            "Kept",
            null);
    static final Inbox.Place BY_TOKEN = new Inbox.Place(
            "help@inbox.example",
            new Inbox.Server(
                    "127.0.0.1",
                    1,
                    Inbox.Tls.IMPLICIT,
                    "help",
                    new Inbox.SignIn.ByToken("https://login.example/token", "desk", "mail")),
            "INBOX",
            null,
            "mx.example");

    @Autowired
    Inboxes inboxes;

    @Autowired
    Tenants tenants;

    @Autowired
    DSLContext db;

    @Autowired
    TransactionTemplate transactions;

    @Test
    void an_inbox_is_kept_as_it_was_given() {
        var tenant = tenant();
        var first = tenant.call(() -> resting(PLACE, Secret.password("sesame")));
        var second = tenant.call(() -> resting(BY_TOKEN, new Secret("client", "refresh")));

        assertThat(tenant.call(inboxes::all)).extracting(Inbox::place).containsExactly(PLACE, BY_TOKEN);
        assertThat(tenant.call(() -> inboxes.find(first)).orElseThrow().health().well())
                .isTrue();
        assertThat(tenant.call(() -> inboxes.secret(first))).isEqualTo(Secret.password("sesame"));
        assertThat(tenant.call(() -> inboxes.secret(second))).isEqualTo(new Secret("client", "refresh"));
    }

    @Test
    void its_secret_stays_when_only_the_place_changes() {
        var tenant = tenant();
        var id = tenant.call(() -> resting(PLACE, Secret.password("sesame")));

        tenant.run(() -> inboxes.change(id, BY_TOKEN, null));

        assertThat(tenant.call(() -> inboxes.find(id)).orElseThrow().place()).isEqualTo(BY_TOKEN);
        assertThat(tenant.call(() -> inboxes.secret(id)).word()).isEqualTo("sesame");
    }

    @Test
    void no_other_desk_sees_it() {
        var tenant = tenant();
        var id = tenant.call(() -> resting(PLACE, Secret.password("sesame")));

        assertThat(tenant().call(inboxes::all)).isEmpty();
        tenant().run(() -> inboxes.remove(id));
        assertThat(tenant.call(inboxes::all)).hasSize(1);
        tenant.run(() -> inboxes.remove(id));
        assertThat(tenant.call(inboxes::all)).isEmpty();
    }

    @Test
    void a_secret_is_readable_neither_in_the_database_nor_when_printed() {
        var tenant = tenant();
        tenant.run(() -> resting(PLACE, Secret.password("sesame")));

        var kept = tenant.call(
                () -> transactions.execute(_ -> db.fetchSingle(INBOX).getSecret()));

        assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain("sesame");
        assertThat(Secret.password("sesame")).hasToString("a secret");
    }

    /** Nobody is to fetch from these. */
    long resting(Inbox.Place place, Secret secret) {
        return transactions.execute(_ -> {
            var id = inboxes.add(place, secret);
            inboxes.activate(id, false);
            return id;
        });
    }

    Tenant tenant() {
        return tenants.add("i-" + UUID.randomUUID().toString().substring(0, 8), "Inbox");
    }
}
