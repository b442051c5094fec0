package threeline.desk.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import threeline.desk.people.Charges;
import threeline.desk.people.Posting;
import threeline.desk.people.Postings;
import threeline.desk.ticket.NewMessage;
import threeline.desk.ticket.TicketEvent;
import threeline.testing.DeskTest;

/** The charter's rules for telling, on the live desk: limits, nobody, who has it in charge, languages, versions. */
@DeskTest
class RulesToldTest extends AtADesk {

    static final String MOVED = "due-moved:     { tell: [requester], by: email }";

    @Autowired
    Charges charges;

    @Autowired
    Postings postings;

    @Test
    void what_a_version_moves_is_told_each_requester_once_and_each_agent_in_one_mail() {
        opens("procurement", MOVED, "due-moved: { tell: [requester, account-manager], by: email }");
        var axel = agent("Axel");
        plays(axel, "account-manager");
        var nadia = agent("Nadia", "user-support");
        var ann = requester("Ann", "Acme");
        var bob = requester("Bob", "Other firm");
        var first = open(ann, "Chairs");
        var second = open(ann, "Tables");
        open(bob, "Lamps");
        awaitQuiet();
        var text = there(() -> charters.current().text());
        there(() -> charters.putInForce(
                text.replaceAll("response: +24h business", "response: 20h business"), "Mona", "We can do better"));
        var mail = awaitMail("ann", "has moved");
        awaitMail("bob", "has moved");
        assertThat(mail)
                .contains("PRO-" + first.number(), "PRO-" + second.number() + ":", "We will answer by", "not by");
        awaitTold(axel, "Due ");
        awaitQuiet();
        assertThat(mails("ann")).filteredOn(it -> it.contains("has moved")).hasSize(1);
        assertThat(told(axel)).hasSize(3);
        assertThat(mails("axel")).isEmpty();
        time.forward(Duration.ofMinutes(3));
        awaitMail("axel", "3 things happened to 3 tickets");
        awaitQuiet();
        assertThat(mails("axel")).hasSize(1);
        assertThat(told(nadia)).isEmpty();
    }

    @Test
    void aims_that_a_version_moves_are_told_to_no_requester() {
        opens("library");
        open(requester("Ann", "Acme"), "Video");
        awaitMail("ann", "thank you");
        var text = there(() -> charters.current().text());
        there(() ->
                charters.putInForce(text.replace("response: 1h always", "response: 2h always"), "Mona", "No hurry"));
        await().until(() -> there(() -> timeline.of(
                        queue.newest(threeline.desk.ticket.TicketFilter.ANY, null, 1)
                                .getFirst()
                                .number(),
                        0,
                        100))
                .stream()
                .anyMatch(it -> it.event() instanceof TicketEvent.DueMoved));
        awaitQuiet();
        assertThat(mails("ann")).hasSize(1);
    }

    @Test
    void a_stay_at_its_limit_is_told_to_those_whom_its_tier_names_and_once() {
        opens("web-hosting");
        var tess = agent("Tess", "first-line");
        plays(tess, "engineer");
        var marta = agent("Marta");
        plays(marta, "helpdesk-manager");
        var ticket = open(requester("Ann", "Acme"), "Slow");
        var reason = there(() -> charters.current()
                .charter()
                .tier("1")
                .escalation()
                .reasons()
                .keySet()
                .iterator()
                .next());
        there(() -> desk.does(ticket.number(), new TicketEvent.Escalated("2", reason), tess.id()));
        time.set(Instant.parse("2026-11-27T17:00:00Z"));
        awaitTold(marta, "Alert: the limit of stay");
        awaitQuiet();
        assertThat(told(marta)).filteredOn(it -> it.contains("stay")).hasSize(1);
    }

    @Test
    void where_the_charter_says_nobody_nobody_is_told() {
        opens("procurement", MOVED, MOVED + "\n  contacted: { tell: [nobody] }");
        var nadia = agent("Nadia", "user-support");
        var ann = requester("Ann", "Acme");
        var ticket = open(ann, "Chairs");
        there(() -> desk.assign(ticket.number(), nadia.id(), nadia.id()));
        there(() -> desk.contact(ticket.number(), NewMessage.of("and?"), ann.id(), "email"));
        there(() -> desk.note(ticket.number(), NewMessage.of("hm"), nadia.id()));
        awaitQuiet();
        assertThat(told(nadia)).isEmpty();
    }

    @Test
    void who_has_an_organization_in_charge_is_told_of_it_in_place_of_all_who_play_the_part() {
        opens("procurement");
        var axel = agent("Axel");
        var berta = agent("Berta");
        plays(axel, "account-manager");
        plays(berta, "account-manager");
        var ann = requester("Ann", "Acme");
        there(() -> {
            charges.put(organizations.find("acme").orElseThrow().id(), Map.of("account-manager", berta.id()));
            return true;
        });
        open(ann, "Chairs");
        open(requester("Bob", "Other firm"), "Lamps");
        time.forward(Duration.ofDays(9));
        await().until(() -> told(axel).size() >= 1 && told(berta).size() >= 2);
        awaitQuiet();
        assertThat(told(berta)).hasSize(2 * told(axel).size());
    }

    @Test
    void agents_are_told_in_their_own_language() {
        opens("managed-it");
        var tess = agent("Tess");
        var jonas = agent("Jonas");
        there(() -> {
            postings.put(jonas.id(), new Posting(Set.of(), Set.of(), "de"));
            return true;
        });
        var ticket = open(requester("Ann", "Acme"), "Printer");
        awaitTold(tess, "New: Standard");
        awaitTold(jonas, "Neu: Standard");
        assertThat(awaitMail("jonas", "Neu: "))
                .startsWith("[MIT-%s] Neu: Standard".formatted(ticket.number()))
                .contains("Regeln des Desks");
        there(() -> desk.assign(ticket.number(), jonas.id(), tess.id()));
        awaitTold(jonas, "Ihnen zugewiesen, von Tess");
    }
}
