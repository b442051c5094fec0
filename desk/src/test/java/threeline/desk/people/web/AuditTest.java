package threeline.desk.people.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import threeline.desk.audit.Check;
import threeline.desk.audit.Doing;
import threeline.desk.audit.Head;
import threeline.desk.audit.Line;
import threeline.desk.audit.Noted;
import threeline.desk.audit.Trail;
import threeline.desk.database.Database;
import threeline.desk.people.Role;
import threeline.desk.tenant.Tenant;

/** What the trail notes, and that whatever is done to it afterwards, by whomever, is found. */
class AuditTest extends DeskWithAccounts {

    @Autowired
    Trail trail;

    @Autowired
    Check check;

    @Autowired
    Doing doing;

    @Autowired
    Database database;

    @Autowired
    DSLContext db;

    @Autowired
    TransactionTemplate transactions;

    @BeforeEach
    void a_desk_with_ten_lines() {
        note(desk, 10, "thing ");
    }

    @Test
    void an_untouched_trail_is_whole_and_has_no_gap() {
        assertThat(checked(null).findings()).isEmpty();
        assertThat(checked(null).head().seq()).isEqualTo(10);
        assertThat(checked(head()).isWhole()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit.entry set subject = 'x' where seq = 3",
                "delete from audit.entry where seq = 10",
                "truncate audit.words",
                "update audit.words set words = 'x' where seq = 3"
            })
    void nobody_changes_it_through_the_application_nor_its_owner_by_the_way(String change) {
        assertThatThrownBy(() -> desk.run(() -> transactions.executeWithoutResult(_ -> db.execute(change))))
                .hasStackTraceContaining("permission denied");
        assertThatThrownBy(() -> byOwner(false, change)).hasMessageContaining("only ever added to");
    }

    /** By somebody who owns the database, takes the triggers down first, and does not reckon the chain anew. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "update audit.entry set subject = 'DELETE /all' where tenant = 'T' and seq = 3 | line 3",
                "update audit.entry set actor = 'agent 9' where tenant = 'T' and seq = 3 | line 3",
                "update audit.entry set kind = 'seen' where tenant = 'T' and seq = 3 | line 3",
                "update audit.entry set at = at + interval '1 microsecond' where tenant = 'T' and seq = 3 | line 3",
                "update audit.entry set hash = sha256('x') where tenant = 'T' and seq = 3 | line 3",
                "delete from audit.entry where tenant = 'T' and seq = 3 | line 2 is followed by line 4",
                "delete from audit.words where tenant = 'T' and seq = 3 | words of line 3 are gone",
                "update audit.words set words = 'nobody' where tenant = 'T' and seq = 3 | words of line 3",
                "update audit.entry set seq = case seq when 3 then 104 else 103 end where tenant = 'T' and seq in (3, 4); update audit.entry set seq = seq - 100 where tenant = 'T' and seq > 100 | line 3",
                "insert into audit.entry select tenant, 11, at, kind, actor, subject, words_hash, hash from audit.entry where tenant = 'T' and seq = 10 | line 11",
                "insert into audit.entry select 'T', 11, at, kind, actor, subject, words_hash, hash from audit.entry where tenant = 'O' and seq = 11 | line 11",
                "delete from audit.entry where tenant = 'T' and seq = 1 | line 0 is followed by line 2"
            })
    void whatever_is_changed_below_the_application_is_found(String change, String finding) throws SQLException {
        var other = desk();
        note(other, 11, "other ");
        byOwner(true, change.replace("'T'", "'%s'".formatted(desk.id())).replace("'O'", "'%s'".formatted(other.id())));
        assertThat(checked(null).findings()).anyMatch(it -> it.contains(finding));
        assertThat(other.call(() -> check.run(null, _ -> {})).isWhole()).isTrue();
    }

    @Test
    void an_end_cut_off_and_a_chain_written_anew_are_found_by_whoever_kept_the_end() throws SQLException {
        var kept = head();
        for (var table : List.of("entry", "words")) {
            byOwner(true, "delete from audit.%s where tenant = '%s' and seq > 7".formatted(table, desk.id()));
        }
        assertThat(checked(null).isWhole()).isTrue(); // what is left follows from each other
        assertThat(checked(kept).findings()).anyMatch(it -> it.contains("cut off"));
        desk.run(() -> IntStream.range(0, 3).forEach(it -> trail.add(line("made up " + it))));
        assertThat(checked(null).isWhole()).isTrue();
        assertThat(checked(kept).findings()).anyMatch(it -> it.contains("written anew"));
    }

    @Test
    void many_who_write_at_once_make_one_chain() {
        var writers = IntStream.range(0, 16)
                .mapToObj(writer -> CompletableFuture.runAsync(() ->
                        desk.run(() -> IntStream.range(0, 10).forEach(it -> trail.add(line(writer + " " + it))))))
                .toList();
        writers.forEach(CompletableFuture::join);
        assertThat(checked(null).isWhole()).isTrue();
        assertThat(head().seq()).isEqualTo(170);
    }

    @Test
    void what_is_noted_stands_with_the_change_it_tells_of_or_not_at_all() {
        desk.run(() -> {
            doing.begin(line("POST /agents"));
            assertThatThrownBy(() -> transactions.executeWithoutResult(_ -> {
                        throw new IllegalStateException("it came to nothing");
                    }))
                    .hasMessage("it came to nothing");
            assertThat(doing.end()).isFalse();
        });
        assertThat(subjects()).doesNotContain("POST /agents");
        desk.run(() -> {
            doing.begin(line("POST /agents"));
            transactions.executeWithoutResult(_ -> {
                db.execute("select 1");
                assertThat(subjectsSeenBesides()).doesNotContain("POST /agents"); // not before the change is
            });
            transactions.executeWithoutResult(_ -> db.execute("select 1")); // and once
            assertThat(doing.end()).isTrue();
        });
        assertThat(subjects()).containsOnlyOnce("POST /agents");
    }

    @Test
    void what_people_do_see_and_try_in_vain_is_noted_and_no_secret_is() {
        agent("ada", Role.ADMIN);
        agent("bob", Role.AGENT);
        var bob = new Visitor(port);
        bob.signIn(desk.slug(), "bob@desk.example", "wrong horse");
        bob.signIn(desk.slug(), "bob@desk.example", PASSWORD);
        bob.get(path("/tokens"));
        var ada = signedIn("ada");
        ada.get(path("/agents/" + idOf("bob")));
        ada.get(path("/agents"));
        ada.post(path("/agents/%d/sessions/end".formatted(idOf("bob"))), Map.of());
        ada.get(path("/invitation/" + "A".repeat(43)));
        ada.post(path("/invitation/" + "A".repeat(43)), Map.of("password", "x"));
        await().until(() -> subjects().contains("GET /agents/%d".formatted(idOf("bob"))));
        assertThat(lines())
                .extracting(it -> "%s %s %s".formatted(it.kind(), it.actor(), it.subject()))
                .contains(
                        "denied nobody POST /sign-in 422",
                        "done nobody POST /sign-in",
                        "denied agent %d GET /tokens 403".formatted(idOf("bob")),
                        "done agent %d POST /agents/%d/sessions/end".formatted(idOf("ada"), idOf("bob")));
        assertThat(lines())
                .noneMatch(it -> it.toString().contains("AAAA") || it.toString().contains("horse"));
        assertThat(lines()).anyMatch(it -> String.valueOf(it.words()).contains("as <bob@desk.example> from"));
        assertThat(checked(null).isWhole()).isTrue();
    }

    @Test
    void an_auditor_reads_checks_and_downloads_it_and_that_is_noted() {
        agent("aud", Role.AUDITOR);
        agent("mia", Role.MANAGER);
        var mia = signedIn("mia");
        assertThat(mia.get(path("/audit")).statusCode()).isEqualTo(403);
        var auditor = signedIn("aud");
        assertThat(auditor.get(path("/audit?q=denied")).body()).contains("GET /audit 403");
        assertThat(auditor.post(path("/audit/check"), Map.of("head", head().toString()))
                        .body())
                .contains("are as they were written");
        assertThat(auditor.post(path("/audit/check"), Map.of("head", "10:" + "0".repeat(64)))
                        .body())
                .contains("written anew");
        auditor.get(path("/audit"));
        var all = auditor.post(path("/audit/export"), Map.of()).body();
        assertThat(all.lines().count()).isGreaterThan(10);
        assertThat(all).contains("\"findings\":[]");
        await().until(() -> subjects().contains("POST /audit/export"));
        assertThat(auditor.get(path("/search?q=canal")).statusCode()).isEqualTo(200);
        await().until(() -> subjects().containsAll(List.of("GET /audit", "GET /search")));
        assertThat(lines())
                .as("what was searched for may be somebody's name")
                .noneMatch(it -> it.toString().contains("canal"));
        mia.get(path("/search?q=canal"));
        mia.get(path("/account"));
        assertThat(lines())
                .noneMatch(it -> it.kind().equals("seen") && it.actor().equals("agent %d".formatted(idOf("mia"))));
    }

    List<String> subjects() {
        return lines().stream().map(Noted::subject).toList();
    }

    List<String> subjectsSeenBesides() {
        return CompletableFuture.supplyAsync(this::subjects).join();
    }

    List<Noted> lines() {
        var lines = new ArrayList<Noted>();
        desk.run(() -> check.run(null, lines::add));
        return lines;
    }

    Check.Result checked(@Nullable Head known) {
        return desk.call(() -> check.run(known, _ -> {}));
    }

    Head head() {
        return desk.call(trail::head);
    }

    void byOwner(boolean triggersDown, String change) throws SQLException {
        var owner = database.owner();
        try (var connection = DriverManager.getConnection(database.url(), owner.role(), owner.password());
                var statement = connection.createStatement()) {
            if (!triggersDown) {
                statement.execute(change);
                return;
            }
            connection.setAutoCommit(false);
            statement.execute("lock table audit.entry, audit.words"); // in the order of whoever links in the meantime
            statement.execute("alter table audit.entry disable trigger kept");
            statement.execute("alter table audit.words disable trigger kept");
            statement.execute("alter table audit.words drop constraint words_tenant_seq_fkey");
            statement.execute(change);
            statement.execute("alter table audit.entry enable trigger kept");
            statement.execute("alter table audit.words enable trigger kept");
            statement.execute(
                    "alter table audit.words add constraint words_tenant_seq_fkey foreign key (tenant, seq) references audit.entry not valid");
            connection.commit();
        }
    }

    void note(Tenant tenant, int lines, String subject) {
        tenant.run(() -> IntStream.range(0, lines).forEach(it -> trail.add(line(subject + it))));
        assertThat(tenant.call(trail::head).seq()).isEqualTo(lines); // each has its place
    }

    static Line line(String subject) {
        return new Line(Line.What.DONE, "agent 1", subject, "Ada <ada@desk.example> from 127.0.0.1");
    }
}
