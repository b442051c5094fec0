package threeline.desk.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static threeline.desk.db.mail.Tables.OUTBOX;
import static threeline.desk.db.notification.Tables.DIGEST;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import threeline.desk.people.Agent;
import threeline.desk.people.NewAgent;
import threeline.desk.people.Role;
import threeline.desk.people.access.Principals;
import threeline.desk.tenant.Sight;

/** Nothing that somebody may not see is mailed to them: neither off their watch nor once it is another's. */
class OffWatchToldTest extends AtADesk {

    /** Nine in London is four in New York, where the helpdesk's watch is business hours. */
    static final Instant BEGINS = Instant.parse("2026-11-23T13:30:00Z");

    static final Duration A_SECOND = Duration.ofSeconds(1);

    @Autowired
    Principals principals;

    @BeforeEach
    void the_support_techs_are_bound_to_their_watch() {
        opens("managed-it", "tier: 1, covers: business }", "tier: 1, covers: business, rights: on-watch }");
    }

    @Test
    void off_watch_nothing_is_mailed_and_when_it_begins_all_of_it_is_at_once() {
        var tess = agent("Tess", "support-techs");
        agent("Theo", "engineers");
        var ann = requester("Ann", "Acme");
        open(ann, "Printer");
        open(ann, "Scanner");
        awaitMail("theo", "Scanner");
        await().until(() -> told(tess).size() == 2);
        nothingComesTo("tess", BEGINS.minus(A_SECOND));
        time.set(BEGINS);
        assertThat(awaitMail("tess", "2 things happened to 2 tickets")).containsSubsequence("Printer", "Scanner");
        open(ann, "Plotter");
        awaitMail("tess", "Plotter");
        assertThat(mails("tess")).hasSize(2);
    }

    @Test
    void a_daily_mail_that_would_come_off_watch_waits_for_the_watch() {
        var tess = agent("Tess", "support-techs");
        wantsADailyMail(tess, LocalTime.of(6, 0));
        time.set(BEGINS);
        open(requester("Ann", "Acme"), "Printer");
        await().until(() -> told(tess).size() == 1);
        nothingComesTo("tess", Instant.parse("2026-11-24T11:00:00Z")); // six in New York
        nothingComesTo("tess", BEGINS.plus(Duration.ofDays(1)).minus(A_SECOND));
        time.set(BEGINS.plus(Duration.ofDays(1)));
        awaitMail("tess", "Printer");
    }

    @Test
    void quiet_hours_hold_on_watch_too() {
        var tess = agent("Tess", "support-techs");
        there(() -> {
            var quiet = new Habit.Quiet(LocalTime.of(18, 0), LocalTime.of(10, 0));
            habits.keep(tess.id(), new Habit(quiet, LocalTime.of(9, 0), Map.of()));
            return true;
        });
        open(requester("Ann", "Acme"), "Printer");
        await().until(() -> told(tess).size() == 1);
        nothingComesTo("tess", BEGINS);
        time.set(Instant.parse("2026-11-23T15:00:00Z")); // ten in New York
        awaitMail("tess", "Printer");
    }

    @Test
    void who_runs_the_desk_is_told_at_once() {
        there(() -> agents.add(new NewAgent("Max", mailOf("max"), Role.MANAGER, Set.of("support-techs"), null)));
        open(requester("Ann", "Acme"), "Printer");
        awaitMail("max", "Printer");
    }

    /** They were told in the app while they saw it; by when the mail leaves, it is another organization's. */
    @Test
    void what_was_kept_is_not_mailed_to_who_sees_it_no_more() {
        var theo = agent("Theo", "engineers");
        wantsADailyMail(theo, LocalTime.of(6, 0));
        open(requester("Ann", "Acme"), "Printer");
        open(requester("Bob", "Other"), "Scanner");
        await().until(() -> told(theo).size() == 2);
        isOf(theo, "Acme");
        time.set(Instant.parse("2026-11-23T11:00:00Z"));
        assertThat(awaitMail("theo", "1 things happened to 1 tickets"))
                .contains("Printer")
                .doesNotContain("Scanner");
    }

    @Test
    void what_they_see_no_more_is_not_counted_either() {
        var theo = agent("Theo", "engineers");
        open(requester("Ann", "Acme"), "Printer");
        open(requester("Bob", "Other"), "Scanner");
        await().until(() -> told(theo).size() == 2);
        assertThat(unread(theo)).isEqualTo(2);
        isOf(theo, "Acme");
        assertThat(unread(theo)).isEqualTo(1);
    }

    /** The relay was away; when it is back, so is the question whether they may have it. */
    @Test
    void what_lies_in_the_outbox_when_the_watch_ends_waits_for_the_next() {
        agent("Once-Tess", "support-techs");
        time.set(BEGINS);
        open(requester("Ann", "Acme"), "Printer");
        await().until(() -> failure("once-tess").contains("come back later"));
        time.set(Instant.parse("2026-11-24T02:00:00Z")); // nine in the evening
        await().until(() -> failure("once-tess").contains("off watch"));
        assertThat(mails("once-tess")).isEmpty();
        time.set(BEGINS.plus(Duration.ofDays(1)));
        awaitMail("once-tess", "Printer");
    }

    @Test
    void what_lies_in_the_outbox_of_who_is_no_more_of_the_desk_or_sees_it_no_more_stays_there() {
        var theo = agent("Once-Theo", "engineers");
        var tom = agent("Once-Tom", "engineers");
        open(requester("Ann", "Acme"), "Printer");
        await().until(() ->
                failure("once-theo").contains("later") && failure("once-tom").contains("later"));
        isOf(theo, "Other");
        tenant.run(() -> agents.disable(tom.id()));
        time.forward(Duration.ofMinutes(10));
        await().until(() -> failure("once-theo").contains("see no more"));
        await().until(() -> failure("once-tom").contains("has ended"));
        awaitQuiet();
        assertThat(mails("once-theo")).isEmpty();
        assertThat(mails("once-tom")).isEmpty();
    }

    /** Why the mail to somebody has not left. */
    String failure(String name) {
        return thereInTransaction(() -> db.select(OUTBOX.FAILURE)
                .from(OUTBOX)
                .where(OUTBOX.RECIPIENT.eq(mailOf(name)), OUTBOX.FAILURE.isNotNull())
                .fetch(OUTBOX.FAILURE)
                .toString());
    }

    int unread(Agent agent) {
        return there(() -> {
            Principals.seeAs(principals.of(agents.get(agent.id())));
            try {
                return words.unread(agent.id(), 100);
            } finally {
                Sight.restore();
            }
        });
    }

    @Test
    void where_no_watch_is_to_come_nothing_is_mailed_at_all() {
        assertThat(new Habit.Manner.Mailed().notBefore(null)).isEqualTo(new Habit.Manner.Shown());
        assertThat(new Habit.Manner.Kept(BEGINS).notBefore(null)).isEqualTo(new Habit.Manner.Shown());
    }

    void wantsADailyMail(Agent agent, LocalTime at) {
        there(() -> {
            habits.keep(agent.id(), new Habit(null, at, Map.of(Matter.OPENED, Habit.Choice.DIGEST)));
            return true;
        });
    }

    void nothingComesTo(String name, Instant until) {
        time.set(until);
        awaitQuiet();
        await().until(() -> thereInTransaction(() -> db.fetchCount(DIGEST, DIGEST.DUE_AT.le(until))) == 0);
        awaitQuiet();
        assertThat(mails(name)).isEmpty();
    }
}
