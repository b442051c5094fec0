package threeline.desk.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Map;
import org.junit.jupiter.api.Test;
import threeline.desk.ticket.NewMessage;
import threeline.desk.ticket.TicketEvent;
import threeline.testing.DeskTest;
import threeline.testing.TestRelay;

/** Who is told of what: by the charter's rules, by what is usual, and as each of the desk's people wants it. */
@DeskTest
class ToldTest extends AtADesk {

    @Test
    void a_new_ticket_is_told_to_every_team_member_at_once_in_the_app_and_by_mail() {
        opens("managed-it");
        var tess = agent("Tess", "helpdesk");
        var theo = agent("Theo");
        var gone = agent("Gone");
        there(() -> {
            agents.disable(gone.id());
            return true;
        });
        var ticket = open(requester("Ann", "Acme"), "Printer");
        awaitTold(tess, "New: ");
        awaitTold(theo, "New: ");
        assertThat(awaitMail("tess", "Printer")).startsWith("[MIT-%s] New: ".formatted(ticket.number()));
        awaitMail("theo", "Printer");
        assertThat(awaitMail("ann", "thank you")).contains("MIT-" + ticket.number());
        awaitQuiet();
        assertThat(told(gone)).isEmpty();
        assertThat(mails("gone")).isEmpty();
        assertThat(mails("tess")).hasSize(1);
    }

    @Test
    void nobody_is_told_of_what_they_did_themselves() {
        opens("procurement");
        var nadia = agent("Nadia", "user-support");
        var omar = agent("Omar", "user-support");
        var ticket = open(requester("Ann", "Acme"), "Chairs");
        there(() -> desk.assign(ticket.number(), nadia.id(), nadia.id()));
        there(() -> desk.assign(ticket.number(), omar.id(), nadia.id()));
        awaitTold(omar, "Given to you, by Nadia");
        assertThat(told(nadia)).isEmpty();
    }

    @Test
    void an_outside_groups_people_are_told_of_their_own_organization_alone() {
        opens("managed-it");
        var ours = agent("Ours");
        var theirs = agent("Theirs");
        isOf(theirs, "Acme");
        open(requester("Bob", "Other firm"), "not theirs");
        open(requester("Ann", "Acme"), "theirs");
        await().until(() -> told(ours).size() == 2 && told(theirs).size() == 1);
        awaitQuiet();
        assertThat(mails("theirs"))
                .singleElement()
                .asString()
                .contains("theirs")
                .doesNotContain("not theirs");
    }

    @Test
    void an_escalation_is_told_to_the_requester_in_the_charters_words_and_in_their_language() {
        opens("web-hosting");
        var first = agent("First", "first-line");
        plays(first, "engineer");
        var second = agent("Second", "web");
        var ann = requester("Ann", "Acme");
        speaks(ann, "de");
        var ticket = open(ann, "Langsam");
        assertThat(awaitMail("ann", "ist bei uns angekommen")).contains("Guten Tag Ann,");
        there(() -> desk.does(
                ticket.number(), new TicketEvent.Escalated("2", reasons().getFirst()), first.id()));
        var reason = there(() -> charters.current()
                .charter()
                .tier("1")
                .escalation()
                .reasons()
                .get(reasons().getFirst()));
        assertThat(awaitMail("ann", "liegt jetzt bei")).contains("WEB-" + ticket.number(), reason);
        awaitTold(second, "Escalated to ");
        assertThat(told(first)).isEmpty();
    }

    private java.util.List<String> reasons() {
        return there(() -> java.util.List.copyOf(
                charters.current().charter().tier("1").escalation().reasons().keySet()));
    }

    @Test
    void notes_vendors_and_aims_are_never_told_to_a_requester() {
        opens("library");
        var nadia = agent("Nadia", "first-line");
        var ticket = open(requester("Ann", "Acme"), "Video");
        awaitMail("ann", "thank you");
        there(() -> desk.note(ticket.number(), NewMessage.of("they always ask this"), nadia.id()));
        time.forward(Duration.ofDays(3));
        await().until(() -> there(() -> timeline.of(ticket.number(), 0, 100)).stream()
                .anyMatch(it -> it.event() instanceof TicketEvent.Breached(var promise) && promise.aim()));
        awaitQuiet();
        assertThat(mails("ann")).hasSize(1);
    }

    @Test
    void five_hundred_breaches_during_an_outage_are_one_mail_to_each_and_none_to_requesters() {
        opens("procurement");
        var manager = agent("Mona");
        plays(manager, "helpdesk-manager");
        var account = agent("Axel");
        plays(account, "account-manager");
        var ann = requester("Ann", "Acme");
        for (var i = 0; i < 500; i++) {
            open(ann, "Chair " + i);
        }
        awaitQuiet();
        var acknowledged = mails("ann").size();
        time.forward(Duration.ofDays(9));
        await().atMost(Duration.ofSeconds(120))
                .until(() -> told(manager).stream()
                                .filter(it -> it.startsWith("Breached"))
                                .count()
                        >= 500);
        awaitQuiet();
        assertThat(mails("mona")).isEmpty();
        time.forward(Duration.ofMinutes(3));
        var digest = awaitMail("mona", "things happened");
        awaitMail("axel", "things happened");
        awaitQuiet();
        assertThat(mails("mona")).hasSize(1);
        assertThat(mails("axel")).hasSize(1);
        assertThat(mails("ann")).hasSize(acknowledged);
        assertThat(digest).contains("500 tickets");
        assertThat(told(manager)).hasSameSizeAs(told(account));
        var kept = there(() -> words.of(manager.id(), null, 2_000));
        assertThat(kept).extracting(it -> it.place() + " " + it.what()).doesNotHaveDuplicates();
    }

    @Test
    void mail_keeps_still_in_quiet_hours_and_then_comes_as_one() {
        opens("managed-it");
        var tess = agent("Tess");
        there(() -> {
            var quiet = new Habit.Quiet(LocalTime.of(18, 0), LocalTime.of(8, 0));
            habits.keep(tess.id(), new Habit(quiet, LocalTime.of(9, 0), Map.of()));
            return true;
        });
        time.set(Instant.parse("2026-11-24T03:00:00Z")); // 22:00 in New York
        var ann = requester("Ann", "Acme");
        open(ann, "one");
        open(ann, "two");
        await().until(() -> told(tess).size() == 2);
        awaitQuiet();
        assertThat(mails("tess")).isEmpty();
        time.set(Instant.parse("2026-11-24T12:59:59Z"));
        awaitQuiet();
        assertThat(mails("tess")).isEmpty();
        time.set(Instant.parse("2026-11-24T13:00:00Z")); // 08:00 there
        assertThat(awaitMail("tess", "2 things happened to 2 tickets")).containsSubsequence("one", "two");
        assertThat(mails("tess")).hasSize(1);
    }

    @Test
    void what_somebody_does_not_want_to_hear_of_they_don_t() {
        opens("managed-it");
        var tess = agent("Tess");
        var theo = agent("Theo");
        there(() -> {
            habits.keep(tess.id(), new Habit(null, LocalTime.of(9, 0), Map.of(Matter.OPENED, Habit.Choice.NOTHING)));
            habits.keep(theo.id(), new Habit(null, LocalTime.of(9, 0), Map.of(Matter.OPENED, Habit.Choice.DIGEST)));
            return true;
        });
        open(requester("Ann", "Acme"), "one");
        await().until(() -> told(theo).size() == 1);
        awaitQuiet();
        assertThat(told(tess)).isEmpty();
        assertThat(mails("theo")).isEmpty();
        time.set(Instant.parse("2026-11-23T14:00:00Z"));
        awaitMail("theo", "1 things happened to 1 tickets");
    }

    @Test
    void a_reminder_is_told_once_at_its_instant_and_stands_on_the_timeline() {
        opens("procurement");
        var nadia = agent("Nadia", "user-support");
        var omar = agent("Omar", "user-support");
        var ticket = open(requester("Ann", "Acme"), "Chairs");
        var at = time.instant().plus(Duration.ofHours(1));
        there(() -> desk.does(
                ticket.number(), new TicketEvent.ReminderSet(at, false), NewMessage.of("call back"), nadia.id()));
        there(() -> desk.does(
                ticket.number(), new TicketEvent.ReminderSet(at, true), NewMessage.of("all of you"), nadia.id()));
        time.set(at.minusMillis(1));
        awaitQuiet();
        assertThat(told(nadia)).isEmpty();
        time.set(at.plus(Duration.ofHours(2)));
        awaitTold(nadia, "Reminder: call back");
        awaitTold(omar, "Reminder: all of you");
        awaitQuiet();
        assertThat(told(omar)).containsExactly("Reminder: all of you");
        assertThat(told(nadia)).containsExactlyInAnyOrder("Reminder: call back", "Reminder: all of you");
        assertThat(there(() -> timeline.of(ticket.number(), 0, 100)))
                .filteredOn(it -> it.event() instanceof TicketEvent.Reminded)
                .hasSize(2)
                .allMatch(it -> it.at().equals(at));
    }

    @Test
    void a_moved_due_instant_is_told_in_one_mail() {
        opens("procurement");
        var nadia = agent("Nadia", "user-support");
        var ticket = open(requester("Ann", "Acme"), "Chairs");
        awaitMail("ann", "thank you");
        there(() -> desk.severity(ticket.number(), "high", nadia.id()));
        var mail = awaitMail("ann", "has moved");
        assertThat(mail).contains("PRO-" + ticket.number(), "We will answer by", "not by");
        awaitQuiet();
        assertThat(TestRelay.mailsTo(mailOf("ann"))).hasSize(2);
    }
}
