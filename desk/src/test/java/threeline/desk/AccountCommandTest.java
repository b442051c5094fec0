package threeline.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import threeline.desk.audit.Check;
import threeline.desk.audit.Noted;
import threeline.desk.audit.Trail;
import threeline.desk.database.Trouble;
import threeline.desk.mail.Mailbox;
import threeline.desk.mail.Mailboxes;
import threeline.desk.people.Agent;
import threeline.desk.people.Agents;
import threeline.desk.people.NewAgent;
import threeline.desk.people.Role;
import threeline.desk.people.access.Accounts;
import threeline.desk.people.access.Passkeys;
import threeline.desk.people.access.SecondStep;
import threeline.desk.tenant.Tenant;
import threeline.desk.tenant.Tenants;
import threeline.testing.DeskTest;

/** What {@code bin/threeline account} does, and what it refuses. */
@DeskTest
@ExtendWith(OutputCaptureExtension.class)
class AccountCommandTest {

    @Autowired
    Tenants tenants;

    @Autowired
    Agents agents;

    @Autowired
    Accounts accounts;

    @Autowired
    SecondStep second;

    @Autowired
    Passkeys passkeys;

    @Autowired
    Mailboxes mailboxes;

    @Autowired
    Trail trail;

    @Autowired
    Check check;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    JdbcTemplate sql;

    Tenant desk;
    Agent ada;

    @BeforeEach
    void a_lone_administrator_who_has_lost_their_authenticator_and_their_device() {
        var slug = "lone-" + UUID.randomUUID().toString().substring(0, 8);
        desk = tenants.add(slug, "Lone");
        ada = desk.call(() -> {
            mailboxes.are(List.of(new Mailbox(desk.id(), "help@" + slug + ".example", "Lone", "email")));
            return agents.add(new NewAgent("Ada", "ada@" + slug + ".example", Role.ADMIN, Set.of(), null));
        });
        inDesk("insert into people.totp (agent, secret, made_at, confirmed_at) values (%d, '', now(), now())");
        inDesk("insert into people.recovery_code (agent, hash) values (%d, 'x')");
        inDesk("insert into people.passkey (id, agent, name, public_key, counter, backup_eligible, made_at)"
                + " values ('x', %d, 'Key', 'x', 0, false, now())");
    }

    @Test
    void it_ends_their_second_step_tells_them_and_stands_in_the_trail(CapturedOutput out) {
        run(
                "--do=end-second-step",
                "--desk=" + desk.slug(),
                "--address=" + ada.email().toUpperCase(java.util.Locale.ROOT));
        desk.run(() -> {
            assertThat(second.isWanted(ada.id())).isFalse();
            assertThat(second.codesLeft(ada.id())).isZero();
            assertThat(passkeys.of(ada.id())).isEmpty();
            var line = trail.before(Long.MAX_VALUE, "", 10).getFirst();
            assertThat(line)
                    .extracting(Noted::actor, Noted::subject)
                    .containsExactly(
                            "operator",
                            "ended the second step of agent " + ada.id().value());
            assertThat(check.run(null, _ -> {}).findings()).isEmpty();
        });
        assertThat(out).contains("by the password alone now");
        var told = desk.call(() -> transactions.execute(_ ->
                sql.queryForList("select subject from mail.outbox where recipient = ?", String.class, ada.email())));
        assertThat(told).containsExactly("Signing in at Lone without a code");
    }

    @Test
    void it_refuses_in_words_what_it_does_not_know() {
        assertThatThrownBy(() -> run("--do=end-second-step", "--desk=nowhere", "--address=" + ada.email()))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("no desk named nowhere");
        assertThatThrownBy(() -> run("--do=end-second-step", "--desk=" + desk.slug(), "--address=eve@x.example"))
                .hasMessageContaining("nobody of eve@x.example");
        assertThatThrownBy(() -> run("--do=end-second-step", "--desk=" + desk.slug()))
                .hasMessageContaining("--address");
        assertThatThrownBy(() -> run("--do=burn")).hasMessageContaining("end-second-step");
        desk.run(() -> assertThat(second.isWanted(ada.id())).isTrue());
    }

    void run(String... arguments) {
        new AccountCommand(tenants, agents, accounts, trail, transactions)
                .run(new DefaultApplicationArguments(arguments));
    }

    void inDesk(String statement) {
        desk.run(() -> transactions.executeWithoutResult(
                _ -> sql.execute(statement.formatted(ada.id().value()))));
    }
}
