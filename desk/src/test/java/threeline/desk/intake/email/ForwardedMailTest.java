package threeline.desk.intake.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static threeline.desk.db.intake.Tables.LETTER;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import threeline.desk.mail.MailAddress;
import threeline.desk.mail.Onlookers;
import threeline.desk.people.NewAgent;
import threeline.desk.people.Role;
import threeline.desk.ticket.NewMessage;
import threeline.desk.ticket.Ticket;
import threeline.desk.ticket.TicketEvent;
import threeline.testing.DeskTest;
import threeline.testing.TestRelay;

/** What a team member passes on becomes a ticket of whoever wrote it; who is copied in waits for an agent's word. */
@DeskTest
class ForwardedMailTest extends AtTheDoor {

    @Autowired
    Onlookers onlookers;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "---------- Forwarded message ---------\nFrom: Ann Archer <ANN>\nDate: Mon, Nov 23\nSubject: Chairs\nTo: <nadia@x.org>\n",
                "Begin forwarded message:\n\nFrom: Ann Archer <ANN>\nSubject: Chairs\nDate: 23 November 2026\nTo: nadia@x.org\n",
                "-----Original Message-----\nFrom: Ann Archer [mailto:ANN]\nSent: Monday\nTo: Nadia\nSubject: Chairs\n",
                "________________________________\nVon: Ann Archer <ANN>\nGesendet: Montag\nAn: Nadia\nBetreff: Chairs\n",
                "-------- Weitergeleitete Nachricht --------\nBetreff: Chairs\nDatum: Mon\nVon: Ann Archer <ANN>\nAn: Nadia\n",
                "---------- Message transféré ---------\nDe : Ann Archer <ANN>\nDate : lun.\nObjet : Chairs\n",
                "*From:* Ann Archer <ANN>\n*Sent:* Monday\n*Subject:* Chairs\n",
                "发件人: Ann Archer <ANN>\n发送时间: 2026\n主题: Chairs\n",
            })
    void a_mail_that_an_agent_passes_on_is_a_ticket_of_its_first_sender_who_is_told(String block) {
        var agent = "nadia@" + slug + ".example";
        server.mail(
                agent,
                address,
                plain(agent, "Fwd: Chairs", "Please see below.\n\n" + block.replace("ANN", ann) + "\nWe need twelve."));
        var ticket = onlyTicket();
        assertThat(there(() -> requesters.get(ticket.requester())).email()).isEqualTo(ann);
        assertThat(there(() -> requesters.get(ticket.requester())).name()).isEqualTo("Ann Archer");
        assertThat(ticket.subject()).isEqualTo("Chairs");
        assertThat(timeline(ticket).getFirst().text()).isEqualTo("We need twelve.");
        assertThat(timeline(ticket))
                .anyMatch(it -> it.event() instanceof TicketEvent.Noted && "Please see below.".equals(it.text()));
        await().until(() -> TestRelay.mailsTo(ann).size() == 1);
        assertThat(TestRelay.mailsTo(agent)).isEmpty();
        assertThat(path()).anyMatch(it -> it.contains("passed on by Nadia; first written by " + ann));
    }

    /** Who changes nothing at the desk changes nothing by mail: it is theirs, as from anybody. */
    @Test
    void what_an_auditor_passes_on_is_a_request_of_their_own() {
        var auditor = "aud@" + slug + ".example";
        there(() -> agents.add(new NewAgent("Aud", auditor, Role.AUDITOR, Set.of(), null)));
        server.mail(
                auditor,
                address,
                plain(
                        auditor,
                        "Fwd: Chairs",
                        "See below.\n\nBegin forwarded message:\n\nFrom: Ann <%s>\nSubject: Chairs\n\nTwelve."
                                .formatted(ann)));
        var ticket = onlyTicket();
        assertThat(there(() -> requesters.get(ticket.requester())).email()).isEqualTo(auditor);
        assertThat(timeline(ticket)).noneMatch(it -> it.event() instanceof TicketEvent.Noted);
    }

    @Test
    void a_mail_passed_on_as_a_file_is_read_too() {
        var agent = "nadia@" + slug + ".example";
        server.mail(agent, address, """
                From: %s
                Subject: FW: Chairs
                Content-Type: multipart/mixed; boundary=B

                --B

                for you
                --B
                Content-Type: message/rfc822

                From: Ann Archer <%s>
                Subject: Chairs

                We need twelve.
                --B--
                """.formatted(agent, ann));
        var ticket = onlyTicket();
        assertThat(there(() -> requesters.get(ticket.requester())).email()).isEqualTo(ann);
        assertThat(timeline(ticket).getFirst().text()).isEqualTo("We need twelve.");
    }

    @Test
    void a_requester_who_passes_something_on_stays_the_requester() {
        server.mail(
                ann, address, plain(ann, "Fwd: offer", "see\n\nFrom: Bob <bob@b.example>\nSubject: offer\n\nwords"));
        assertThat(there(() -> requesters.get(onlyTicket().requester())).email())
                .isEqualTo(ann);
    }

    @Test
    void an_agents_answer_by_mail_is_shown_to_the_desk_alone() {
        server.mail(ann, address, plain(ann, "Chairs", "twelve please"));
        var ticket = onlyTicket();
        var agent = "nadia@" + slug + ".example";
        server.mail(agent, address, plain(agent, "Re: [PRO-%s]".formatted(ticket.number()), "a secret of the desk"));
        awaitStates("appended", 1);
        assertThat(timeline(ticket).getLast().event()).isInstanceOf(TicketEvent.Echoed.class);
        thenNothingMoreWasSent(1);
    }

    @Test
    void somebody_copied_in_is_told_nothing_until_an_agent_agrees_and_then_only_what_comes_after() {
        var bob = "bob@" + slug + "-customer.example";
        server.mail(ann, address, "Cc: Bob <%s>, %s\n".formatted(bob, address) + plain(ann, "Chairs", "twelve please"));
        var ticket = onlyTicket();
        var reference = "PRO-" + ticket.number();
        assertThat(there(() -> onlookers.of(reference)))
                .containsExactly(new Onlookers.Onlooker(new MailAddress(bob, "Bob"), false));
        reply(ticket, "Which colour?");
        awaitMail(ann, "Which colour?");
        assertThat(TestRelay.mailsTo(bob)).isEmpty();
        there(() -> {
            onlookers.approve(reference, bob, "Nadia");
            return null;
        });
        reply(ticket, "Which size?");
        var told = awaitMail(bob, "Which size?");
        assertThat(TestRelay.mailsTo(bob)).hasSize(1);
        assertThat(told.text()).doesNotContain("Which colour?");
        server.mail(bob, header(told.text(), "Reply-To"), plain(bob, "size", "large"));
        awaitStates("appended", 1);
        assertThat(timeline(ticket).getLast().event()).isInstanceOf(TicketEvent.Contacted.class);
        assertThat(timeline(ticket).getLast().text()).isEqualTo("large");
    }

    private void reply(Ticket ticket, String words) {
        there(() -> desk.reply(ticket.number(), NewMessage.of(words), nadia));
    }

    private List<String> path() {
        return List.of(there(() ->
                transactions.execute(_ -> db.select(LETTER.PATH).from(LETTER).fetchSingle(LETTER.PATH))));
    }
}
