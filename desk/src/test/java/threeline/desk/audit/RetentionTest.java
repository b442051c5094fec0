package threeline.desk.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static threeline.desk.db.audit.Tables.RUN_OUT;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import threeline.desk.database.Database;
import threeline.desk.tenant.WrongSetting;
import threeline.testing.ProcurementDesk;

/** The oldest lines of a trail run out, and what is left is still shown to be what was written. */
class RetentionTest extends ProcurementDesk {

    static final Instant LONG_AGO = Instant.parse("2024-02-29T10:00:00Z");
    static final Instant A_YEAR_BEFORE = Instant.parse("2025-11-23T09:00:00Z");

    @Autowired
    Trail trail;

    @Autowired
    Check check;

    @Autowired
    Retention retention;

    @Autowired
    Database database;

    @BeforeEach
    void ten_lines_of_long_ago_and_five_of_today() {
        write(10, LONG_AGO);
        write(5, time.instant());
    }

    @Test
    void what_is_older_runs_out_and_the_trail_says_so() {
        tenant.run(() -> retention.runOut(A_YEAR_BEFORE));
        assertThat(lines()).isEqualTo(LongStream.rangeClosed(11, 16).boxed().toList());
        assertThat(checked(null).findings()).isEmpty();
        assertThat(last().subject()).matches("the lines up to 10:[0-9a-f]{64} ran out");
        write(3, time.forward(Duration.ofDays(1)));
        assertThat(checked(null).findings()).isEmpty();
    }

    @Test
    void each_hour_what_is_older_than_the_operator_says_runs_out_and_for_good_is_never() {
        new RetentionRound(retention, tenants, time, " ").go();
        assertThat(lines()).hasSize(15);
        new RetentionRound(retention, tenants, time, "P1Y").go();
        assertThat(lines()).hasSize(6);
        assertThat(checked(null).findings()).isEmpty();
    }

    @Test
    void where_all_is_older_the_last_line_stays_for_the_next_to_follow() {
        write(2, LONG_AGO); // such a clock stood wrong: what is behind younger lines stays with them
        tenant.run(() -> retention.runOut(A_YEAR_BEFORE));
        assertThat(lines()).hasSize(8);
        tenant.run(() -> retention.runOut(Instant.parse("2026-08-01T00:00:00Z")));
        assertThat(lines()).hasSize(8);
        assertThat(checked(null).findings()).isEmpty();
    }

    @Test
    void an_end_that_was_kept_is_compared_for_as_long_as_its_line_stands() {
        var early = new Head(4, hash(4));
        var late = new Head(12, hash(12));
        tenant.run(() -> retention.runOut(A_YEAR_BEFORE));
        assertThat(checked(late).findings()).isEmpty();
        assertThat(checked(early).findings()).singleElement().asString().contains("has run out");
        assertThat(checked(new Head(10, late.hash())).findings())
                .singleElement()
                .asString()
                .contains("written anew");
    }

    @Test
    void whoever_cuts_the_beginning_off_and_does_not_say_so_is_found() {
        tenant.run(() -> transactions.executeWithoutResult(_ -> assertThat(db.selectFrom(RUN_OUT.call(A_YEAR_BEFORE, 7))
                        .fetchSingle()
                        .getLines())
                .isEqualTo(7)));
        assertThat(checked(null).findings()).containsExactly("its lines up to 7 are gone, and no line says so");
    }

    @Test
    void nobody_has_what_is_younger_than_ninety_days_run_out() {
        assertThatThrownBy(() -> tenant.run(() -> retention.runOut(Instant.now().minus(Duration.ofDays(89)))))
                .hasMessageContaining("90 days");
    }

    /** Of what an erasure took, one line runs out and another stays. */
    @Test
    void what_an_erasure_took_is_reckoned_over_what_ran_out_too() throws SQLException {
        byOwner(
                "select set_config('app.erasing', 'on', false)",
                "delete from audit.words where tenant = 'T' and seq in (3, 12)",
                "insert into audit.taken (tenant, seq, erasure) values ('T', 3, 7), ('T', 12, 7)");
        tenant.run(() -> trail.tellTaken(7, "requester 1"));
        assertThat(checked(null).findings()).isEmpty();
        tenant.run(() -> retention.runOut(A_YEAR_BEFORE));
        assertThat(checked(null).findings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"P30D", "P2M", "-P2Y", "two years"})
    void a_period_that_is_none_or_too_short_is_refused(String given) {
        assertThatThrownBy(() -> RetentionRound.parse(given))
                .isInstanceOf(WrongSetting.class)
                .hasMessageContaining(given)
                .hasMessageContaining("threeline.audit.keep");
    }

    void write(int count, Instant at) {
        var lines = new ArrayList<Trail.Dated>();
        for (var i = 0; i < count; i++) {
            lines.add(new Trail.Dated(new Line(Line.What.DONE, "agent 1", "thing " + i, "Ada"), at));
        }
        tenant.run(() -> {
            trail.addAll(lines);
            trail.head();
        });
    }

    Check.Result checked(@Nullable Head known) {
        return there(() -> check.run(known, _ -> {}));
    }

    List<Long> lines() {
        return noted().stream().map(Noted::seq).sorted().toList();
    }

    Noted last() {
        return noted().getFirst();
    }

    List<Noted> noted() {
        return there(() -> trail.before(Long.MAX_VALUE, "", 100));
    }

    Hash hash(long seq) {
        return noted().stream()
                .filter(it -> it.seq() == seq)
                .map(Noted::hash)
                .findFirst()
                .orElseThrow();
    }

    void byOwner(String... changes) throws SQLException {
        var owner = database.owner();
        try (var connection = DriverManager.getConnection(database.url(), owner.role(), owner.password());
                var statement = connection.createStatement()) {
            for (var change : changes) {
                statement.execute(change.replace("'T'", "'%s'".formatted(tenant.id())));
            }
        }
    }
}
