package threeline.desk.intake.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import threeline.desk.ticket.NewMessage;
import threeline.desk.ticket.Status;
import threeline.desk.ticket.TicketEvent;
import threeline.testing.DeskTest;
import threeline.testing.SmtpTalk;
import threeline.testing.TestRelay;

/** Mail comes to the door over a real socket; it is kept, settled, and answered only where it should be. */
@DeskTest
class MailInTest extends AtTheDoor {

    @Test
    void a_mail_becomes_a_ticket_with_requester_text_and_file_and_is_acknowledged() {
        var sent = server.mail(ann, address, """
                From: "Ann Archer" <%s>
                To: %s
                Subject: =?utf-8?q?St=C3=BChle?=
                Message-ID: <first@customer.example>
                Content-Type: multipart/mixed; boundary=B

                --B
                Content-Type: text/plain; charset=utf-8

                We need twelve.
                --B
                Content-Type: application/pdf; name=plan.pdf
                Content-Disposition: attachment; filename=plan.pdf
                Content-Transfer-Encoding: base64

                AQID
                --B--
                """.formatted(ann, address));
        assertThat(sent).startsWith("250");
        var ticket = onlyTicket();
        assertThat(ticket.subject()).isEqualTo("Stühle");
        assertThat(ticket.channel()).isEqualTo("email");
        var opened = timeline(ticket).getFirst();
        assertThat(opened.text()).isEqualTo("We need twelve.");
        assertThat(opened.attachments()).extracting(it -> it.name()).containsExactly("plan.pdf");
        assertThat(there(() -> requesters.get(ticket.requester())).name()).isEqualTo("Ann Archer");
        await().until(() -> TestRelay.mailsTo(ann).size() == 1);
        var acknowledgement = TestRelay.mailsTo(ann).getFirst();
        assertThat(acknowledgement.from()).isEmpty();
        assertThat(acknowledgement.text())
                .contains("[PRO-" + ticket.number(), "In-Reply-To: <first@customer.example>")
                .contains("We will answer by", "Auto-Submitted: auto-replied");
    }

    @Test
    void the_answer_to_an_agents_reply_lands_on_the_same_ticket() {
        server.mail(ann, address, plain(ann, "Chairs", "twelve please"));
        var ticket = onlyTicket();
        there(() -> desk.reply(ticket.number(), NewMessage.of("Which colour?\n\nNadia"), nadia));
        var reply = awaitMail(ann, "Which colour?");
        assertThat(reply.text()).contains("Re: [PRO-" + ticket.number()).doesNotContain("Auto-Submitted");
        assertThat(server.mail(ann, header(reply.text(), "Reply-To"), plain(ann, "no reference here", "blue")))
                .startsWith("250");
        awaitStates("appended", 1);
        assertThat(timeline(ticket).getLast().text()).isEqualTo("blue");
        assertThat(timeline(ticket).getLast().event()).isInstanceOf(TicketEvent.Contacted.class);
    }

    @Test
    void an_answer_to_the_plain_address_is_known_by_what_it_answers() {
        server.mail(ann, address, plain(ann, "Chairs", "twelve please"));
        var ticket = onlyTicket();
        var acknowledgement = awaitMail(ann, "PRO-" + ticket.number());
        server.mail(
                ann,
                address,
                "In-Reply-To: %s\n".formatted(header(acknowledgement.text(), "Message-ID"))
                        + plain(ann, "another subject", "blue"));
        awaitStates("appended", 1);
        server.mail(ann, address, plain(ann, "still PRO-%s".formatted(ticket.number()), "green"));
        awaitStates("appended", 2);
        assertThat(there(() -> queue.find(ticket.number())).orElseThrow().entries())
                .isEqualTo(timeline(ticket).size());
    }

    @Test
    void a_stranger_who_knows_number_address_and_message_id_opens_a_ticket_of_their_own() {
        server.mail(ann, address, plain(ann, "Chairs", "twelve please"));
        var ticket = onlyTicket();
        var acknowledgement = awaitMail(ann, "PRO-" + ticket.number()).text();
        var mallory = "mallory@" + slug + ".evil.example";
        server.mail(
                mallory,
                header(acknowledgement, "Reply-To"),
                "In-Reply-To: %s\n".formatted(header(acknowledgement, "Message-ID"))
                        + plain(mallory, "Re: [PRO-%s]".formatted(ticket.number()), "let me in"));
        awaitStates("ticketed", 2);
        assertThat(timeline(ticket)).noneMatch(entry -> "let me in".equals(entry.text()));
    }

    @Test
    void writing_again_reopens_what_was_resolved() {
        server.mail(ann, address, plain(ann, "Chairs", "twelve please"));
        var ticket = onlyTicket();
        there(() -> desk.resolve(ticket.number(), "A known fix", nadia));
        awaitMail(ann, "is resolved");
        server.mail(ann, address, plain(ann, "PRO-%s again".formatted(ticket.number()), "no"));
        awaitStates("appended", 1);
        assertThat(there(() -> queue.find(ticket.number())).orElseThrow().status())
                .isEqualTo(Status.OPEN);
    }

    @Test
    void the_same_mail_twice_is_one_ticket_and_both_are_kept() {
        var raw = "Message-ID: <twice@x>\n" + plain(ann, "Chairs", "once is enough");
        server.mail(ann, address, "Received: from a by b; now\n" + raw);
        server.mail(ann, address, "Received: from c by d;\n later\n" + raw);
        awaitStates("ticketed", 1);
        awaitStates("suppressed", 1);
        assertThat(letters("suppressed")).containsExactly("the same mail came before");
    }

    @Test
    void one_mail_to_two_desks_is_a_letter_for_each() throws IOException {
        var other = tenants.add(slug + "-b", "Other");
        var charter =
                Files.readString(Path.of("../charters/library.yaml")).replace("help@library.example", "b-" + address);
        other.run(() -> charters.putInForce(charter, "test", "first"));
        server.say("MAIL FROM:<%s>".formatted(ann));
        assertThat(server.say("RCPT TO:<%s>".formatted(address))).startsWith("250");
        assertThat(server.say("RCPT TO:<B-%s>".formatted(address))).startsWith("250");
        server.say("DATA");
        assertThat(server.say(plain(ann, "Chairs", "both").replace("\n", "\r\n") + "\r\n."))
                .startsWith("250");
        awaitStates("ticketed", 1);
        await().until(() -> other.call(() -> states("ticketed")) == 1);
    }

    @Test
    void an_automatic_reply_to_our_mail_is_noted_and_never_answered() {
        server.mail(ann, address, plain(ann, "Chairs", "twelve please"));
        var ticket = onlyTicket();
        var acknowledgement = awaitMail(ann, "PRO-" + ticket.number()).text();
        server.mail(
                "",
                header(acknowledgement, "Reply-To"),
                "Auto-Submitted: auto-replied\n" + plain(ann, "Out of office", "back on Monday"));
        awaitStates("appended", 1);
        assertThat(timeline(ticket).getLast().event()).isEqualTo(new TicketEvent.Echoed("an automatic reply"));
        thenNothingMoreWasSent(1);
    }

    @Test
    void a_delivery_report_is_noted_on_its_ticket() {
        server.mail(ann, address, plain(ann, "Chairs", "twelve please"));
        var ticket = onlyTicket();
        there(() -> desk.reply(ticket.number(), NewMessage.of("Which colour?"), nadia));
        var reply = awaitMail(ann, "Which colour?");
        server.mail("", reply.from(), """
                From: MAILER-DAEMON@mx.example
                Subject: Undelivered
                Content-Type: multipart/report; report-type=delivery-status; boundary=R

                --R

                sorry
                --R
                Content-Type: message/delivery-status

                Final-Recipient: rfc822; %s
                Action: failed
                Status: 5.1.1
                --R--
                """.formatted(ann));
        awaitStates("appended", 1);
        assertThat(timeline(ticket).getLast().event()).isInstanceOf(TicketEvent.Echoed.class);
        thenNothingMoreWasSent(2);
    }

    @Test
    void a_program_may_open_a_ticket_and_is_not_thanked() {
        server.mail(ann, address, "Auto-Submitted: auto-generated\n" + plain(ann, "disk full", "on db1"));
        server.mail("", address, plain(ann, "no return path", "on db2"));
        server.mail(ann, address, "Precedence: bulk\n" + plain(ann, "news", "many"));
        awaitStates("ticketed", 3);
        thenNothingMoreWasSent(0);
    }

    @Test
    void our_own_mail_coming_back_becomes_nothing() {
        server.mail(ann, address, plain(ann, "Chairs", "twelve please"));
        var ticket = onlyTicket();
        var acknowledgement = awaitMail(ann, "PRO-" + ticket.number()).text();
        assertThat(server.mail("", address, acknowledgement)).startsWith("250");
        awaitStates("suppressed", 1);
        assertThat(letters("suppressed")).containsExactly("our own mail, come back");
        server.mail(address, address, plain(address, "from ourselves", "?"));
        awaitStates("quarantined", 1);
        thenNothingMoreWasSent(1);
    }

    @Test
    void a_robot_that_answers_everything_without_saying_so_is_answered_once() {
        server.mail(ann, address, plain(ann, "Chairs", "twelve please"));
        var ticket = onlyTicket();
        for (var i = 0; i < 8; i++) {
            server.mail(ann, address, plain(ann, "[PRO-%s] thanks %d".formatted(ticket.number(), i), "got it " + i));
        }
        awaitStates("appended", 8);
        thenNothingMoreWasSent(1);
    }

    @Test
    void a_thousand_mails_at_once_are_tickets_within_seconds() throws InterruptedException {
        var senders = IntStream.range(0, 8)
                .mapToObj(i -> Thread.ofVirtual().start(() -> sendMany(i)))
                .toList();
        for (var sender : senders) {
            sender.join();
        }
        await().atMost(Duration.ofSeconds(30)).until(() -> there(() -> states("ticketed")) == 1000);
        assertThat(there(() -> states("received"))).isZero();
    }

    private void sendMany(int sender) {
        try (var line = new SmtpTalk(door.port())) {
            for (var i = 0; i < 125; i++) {
                var from = "someone-%d-%d@%s.many.example".formatted(sender, i % 25, slug);
                assertThat(line.mail(from, address, plain(from, "Burst %d".formatted(i), "text ".repeat(300))))
                        .startsWith("250");
            }
        }
    }
}
