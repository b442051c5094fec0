package threeline.desk.intake.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import threeline.desk.audit.Check;
import threeline.desk.audit.Line;
import threeline.desk.audit.Trail;
import threeline.desk.database.Database;
import threeline.desk.mail.MailAddress;
import threeline.desk.mail.Onlookers;
import threeline.desk.people.AgentId;
import threeline.desk.people.NewAgent;
import threeline.desk.people.PasswordHash;
import threeline.desk.people.Role;
import threeline.desk.people.access.Accounts;
import threeline.desk.people.access.ApiTokens;
import threeline.desk.people.access.Scope;
import threeline.desk.people.erasure.Before;
import threeline.desk.people.erasure.Erasure;
import threeline.desk.people.erasure.Erasures;
import threeline.desk.people.erasure.Whom;
import threeline.desk.ticket.NewMessage;
import threeline.desk.ticket.Ticket;
import threeline.desk.timekeeping.Timekeeper;
import threeline.testing.DeskTest;
import threeline.testing.Traces;

/** An agent who works here no more is erased: nothing of the desk names them, and what they did and said for it stands. */
@DeskTest
class AgentErasureTest extends AtTheDoor {

    static final String NAME = "Zelda Zquarx";

    @Autowired
    Erasures erasures;

    @Autowired
    Accounts accounts;

    @Autowired
    ApiTokens tokens;

    @Autowired
    Onlookers onlookers;

    @Autowired
    Timekeeper timekeeper;

    @Autowired
    Trail trail;

    @Autowired
    Check check;

    @Autowired
    Database database;

    final String zeldas = "zelda@" + slug + "-zquarx.example";
    AgentId zelda;
    Whom whom;

    @BeforeEach
    void zelda_works_here() {
        zelda = there(() -> agents.add(new NewAgent(
                        NAME, zeldas, Role.ADMIN, Set.of("user-support"), new PasswordHash("$argon2id$zquarx")))
                .id());
        whom = new Whom.OfAgents(zelda);
    }

    @Test
    void nothing_of_a_desk_names_an_erased_agent_and_what_they_did_stands() throws SQLException {
        var ticket = sheAnswers();
        sheIsKnownAllOver(ticket);
        there(() -> agents.add(new NewAgent("Ada", "ada@" + slug + ".example", Role.ADMIN, Set.of(), null)));
        sheLeaves(ticket);
        var judged = judged(ticket);
        assertThat(traces()).as("what is to go is there before").hasSizeGreaterThan(25);

        var outlook = there(() -> erasures.outlook(whom));
        assertThat(there(() -> agents.get(zelda)).name())
                .as("looking changes nothing")
                .isEqualTo(NAME);
        var done = erase();

        assertThat(done.failure()).isNull();
        assertThat(traces()).isEmpty();
        assertThat(done.counts()).isEqualTo(outlook);
        assertThat(judged(ticket)).isEqualTo(judged);
        assertThat(there(() -> check.run(null, _ -> {})).findings()).isEmpty();
        assertThat(timeline(ticket))
                .as("what the desk said by her is the desk's")
                .anyMatch(it -> "Dear Ann,\n\nturn it off and on.\n\n[erased]\n[erased]".equals(it.text()))
                .anyMatch(it -> "Zeldas of all lands: ask [erased].".equals(it.text()));
        assertThat(there(() -> agents.get(zelda)).name()).isEqualTo("Erased agent " + zelda.value());
        thenHerAddressIsFree();
    }

    @Test
    void who_works_here_holds_tickets_or_asked_for_help_is_not_erased_yet() {
        assertThat(words()).as("not while she may come in").contains("They still have access. End it first.");
        var ticket = sheAnswers();
        there(() -> desk.assign(ticket.number(), zelda, nadia));
        there(() -> requesters.recognise(zeldas, NAME));
        there(() -> {
            agents.disable(zelda);
            return null;
        });
        assertThat(words())
                .containsExactly(
                        "They are the last administrator. Make somebody else one first.",
                        "They hold an open ticket. Assign to somebody else first, or resolve and close.",
                        "They also asked for help here, by the same address. Erase them as somebody who asked first.");
        assertThat(erase().failure()).isEqualTo(words().getFirst() + " Nothing was erased.");
        assertThat(there(() -> agents.get(zelda)).name()).isEqualTo(NAME);
    }

    /** Whoever adds a table that knows agents says here what becomes of it. */
    @Test
    void every_table_that_knows_agents_is_thought_of() throws SQLException {
        var stays = Set.of("ticket.prepared"); // laid aside within one transaction
        assertThat(asked("select table_schema || '.' || table_name from information_schema.columns"
                        + " where column_name = 'agent' and table_schema not like 'pg%'"
                        + " and position(' ' || table_schema || '.' || table_name || ' ' in"
                        + " (select prosrc from pg_proc where proname = 'erase_agent')) = 0"))
                .allMatch(stays::contains);
    }

    /** By mail, with her name below and her address; Ann quotes it; she and others note things. */
    Ticket sheAnswers() {
        server.mail(ann, address, plain(ann, "Printer", "It jams."));
        var ticket = onlyTicket();
        there(() -> desk.reply(
                ticket.number(), NewMessage.of("Dear Ann,\n\nturn it off and on.\n\nZelda ZQUARX\n" + zeldas), zelda));
        awaitMail(ann, "turn it off");
        return ticket;
    }

    void sheIsKnownAllOver(Ticket ticket) throws SQLException {
        there(() -> desk.note(ticket.number(), NewMessage.of("Zeldas of all lands: ask Zquarx."), nadia));
        there(() -> transactions.execute(_ -> {
            trail.add(new Line(
                    Line.What.DONE,
                    "agent " + zelda.value(),
                    "POST /tickets/1/notes",
                    "%s <%s>".formatted(NAME, zeldas)));
            trail.add(new Line(Line.What.DENIED, "nobody", "POST /sign-in 401", "as <%s>".formatted(zeldas)));
            tokens.make(zelda, "Zquarx's program", Set.of(Scope.READ), null);
            accounts.linkFor(zelda);
            onlookers.suggest(ticket.number().reference("PRO"), List.of(MailAddress.of("eve@" + slug + ".example")));
            onlookers.approve(ticket.number().reference("PRO"), "eve@" + slug + ".example", NAME);
            return null;
        }));
        awaitMail(zeldas, "");
        asOwner("""
                insert into people.totp (tenant, agent, secret, made_at) values (%1$s, %2$d, 'zquarx', now());
                insert into people.recovery_code (tenant, agent, hash) values (%1$s, %2$d, 'zquarx');
                insert into people.passkey (tenant, id, agent, name, public_key, counter, backup_eligible, made_at)
                    values (%1$s, 'zquarx', %2$d, 'Key of Zquarx', 'zquarx', 0, false, now());
                insert into people.binding (tenant, issuer, subject, agent, joined, made_at)
                    values (%1$s, 'https://idp.example', 'zquarx', %2$d, true, now());
                insert into people.provisioned (tenant, agent, user_name, external_id) values (%1$s, %2$d, 'zquarx', 'zquarx-7');
                insert into people.session (tenant, hash, agent, started_at, seen_at, browser)
                    values (%1$s, 'zquarx', %2$d, now(), now(), 'Browser of Zquarx');
                insert into contract.draft (tenant, agent, text, saved_at, begun_from) values (%1$s, %2$d, 'desk: Zquarx', now(), 1);
                insert into notification.habit (tenant, agent, digest_at) values (%1$s, %2$d, '08:00');
                insert into notification.word (tenant, agent, ticket, entry, what, line, at, told_at)
                    values (%1$s, 1, %3$d, 1, 'assigned', 'Zelda gave it to you', now(), now());
                insert into notification.template (tenant, what, language, body, changed_by, changed_at)
                    values (%1$s, 'answered', 'en', '{{words}} Ask zelda zquarx.', 'Zelda Zquarx', now());
                insert into intake.answer (tenant, agent, route, key, digest, status, body, kept_at)
                    values (%1$s, 1, 'POST', 'k', '', 200, '{"agent": {"name": "Zelda Zquarx", "email": "%4$s"}}', now());
                insert into webhook.hook (tenant, url, secret, made_at, ended_at) values (%1$s, 'https://a.example', '', now(), now());
                insert into webhook.delivery (tenant, hook, message, kind, payload, made_at)
                    select %1$s, h.id, '%5$s', 'replied', '{"by": "Zelda Zquarx"}', now() from webhook.hook h where h.tenant = %1$s;
                update contract.charter_version set put_by = 'Zelda Zquarx', why = 'As zelda zquarx asked',
                       text = text || E'\\n# by Zelda Zquarx <%4$s>\\n' where tenant = %1$s;
                """.formatted(
                        "'" + tenant.id() + "'", zelda.value(), ticket.number().value(), zeldas, UUID.randomUUID()));
        server.mail(
                ann,
                address,
                plain(ann, "Re: Printer", "On Monday Zelda Zquarx <%s> wrote:\n> turn it off".formatted(zeldas)));
        awaitStates("ticketed", 2);
    }

    void sheLeaves(Ticket ticket) {
        there(() -> {
            desk.assign(ticket.number(), nadia, zelda);
            agents.disable(zelda);
            return null;
        });
    }

    void thenHerAddressIsFree() {
        var another = there(() -> accounts.invite(new NewAgent("New", zeldas, Role.AGENT, Set.of(), null)))
                .agent();
        assertThat(another.id()).isNotEqualTo(zelda);
        assertThat(there(() -> agents.groupsOf(another.id()))).isEmpty();
        assertThat(there(() -> tokens.all())).isEmpty();
    }

    List<String> words() {
        return there(() -> erasures.before(whom)).stream().map(Before::words).toList();
    }

    Erasure erase() {
        there(() -> {
            erasures.want(whom, "asked on 23 November", nadia);
            return null;
        });
        await().until(() -> !there(() -> erasures.of(whom)).orElseThrow().underWay());
        return there(() -> erasures.of(whom)).orElseThrow();
    }

    String judged(Ticket ticket) {
        return there(() -> {
            var acts = timeline.acts(List.of(ticket.number())).get(ticket.number());
            return timekeeper.standing(acts, time.instant()).promises().toString() + acts;
        });
    }

    List<String> traces() throws SQLException {
        return new Traces(database, List.of("zquarx", "zelda zq", "zelda gave"), List.of()).at(tenant);
    }

    void asOwner(String sql) throws SQLException {
        var owner = database.owner();
        try (var connection = DriverManager.getConnection(database.url(), owner.role(), owner.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    List<String> asked(String sql) throws SQLException {
        var owner = database.owner();
        var found = new ArrayList<String>();
        try (var connection = DriverManager.getConnection(database.url(), owner.role(), owner.password());
                var rows = connection.createStatement().executeQuery(sql)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }
}
