package threeline.desk.intake.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import threeline.desk.ticket.Entry;
import threeline.desk.ticket.NewMessage;
import threeline.desk.ticket.Ticket;
import threeline.desk.ticket.TicketEvent;
import threeline.testing.DeskTest;
import threeline.testing.Mails;
import threeline.testing.TestRelay;

/** A ticket is brought to a vendor: mail in a thread of its own, an answer for the desk alone, and asking again. */
@DeskTest
class VendorMailTest extends AtTheDoor {

    Ticket ticket;

    @BeforeEach
    void a_ticket_at_the_global_desk() throws IOException {
        var charter = Files.readString(Path.of("../charters/global-desk.yaml"))
                .replace("help@global-desk.example", address)
                .replace("suite-maker.example", slug + "-maker.example");
        there(() -> charters.putInForce(charter, "test", "with a vendor"));
        server.mail(ann, address, plain(ann, "My secret project crashes", "please"));
        ticket = onlyTicket();
        there(() -> desk.note(ticket.number(), NewMessage.of("they are slow, between us"), nadia));
    }

    String maker() {
        return "support@" + slug + "-maker.example";
    }

    void ask(String text) {
        there(() -> desk.does(ticket.number(), new TicketEvent.VendorAsked("suite-maker"), NewMessage.of(text), nadia));
    }

    TestRelay.Mail awaitToMaker(int nth) {
        await().until(() -> TestRelay.mailsTo(maker()).size() >= nth);
        return TestRelay.mailsTo(maker()).get(nth - 1);
    }

    List<Entry> entries() {
        return timeline(ticket);
    }

    long toAnn() {
        return TestRelay.mailsTo(ann).size();
    }

    void answers(String from, String to, String subject, String text) {
        assertThat(server.mail(from, to, "From: %s\nSubject: %s\n\n%s".formatted(from, subject, text)))
                .startsWith("250");
    }

    @Test
    void a_vendor_reads_what_the_agent_wrote_it_and_its_answer_is_for_the_desk_alone() {
        ask("The export fails with code 7.");
        var asked = awaitToMaker(1);
        assertThat(Mails.text(asked))
                .contains("[GLO-%s] Request for support".formatted(ticket.number()), "The export fails with code 7.")
                .doesNotContain("secret project", "between us", "Ann", "please");
        answers(maker(), Mails.replyTo(asked), "Re: whatever", "Update to 4.2.");
        await().until(() -> entries().stream().anyMatch(it -> it.event() instanceof TicketEvent.VendorReplied));
        assertThat(entries().getLast().event()).isNotInstanceOf(TicketEvent.Contacted.class);
        assertThat(entries())
                .filteredOn(it -> it.event() instanceof TicketEvent.VendorReplied)
                .singleElement()
                .extracting(Entry::text)
                .isEqualTo("Update to 4.2.");
        there(() -> desk.reply(ticket.number(), NewMessage.of("Please update."), nadia));
        await().untilAsserted(() -> assertThat(
                        TestRelay.mailsTo(ann).stream().map(Mails::text).toList())
                .anyMatch(it -> it.contains("Please update.")));
        assertThat(toAnn()).isEqualTo(2);
        assertThat(TestRelay.mailsTo(ann))
                .noneMatch(it -> it.text().contains("4.2") || it.text().contains("-maker.example"));
    }

    @Test
    void a_vendors_reference_is_quoted_to_it_and_recognised_in_its_subject() {
        ask("The export fails.");
        awaitToMaker(1);
        there(() -> desk.does(ticket.number(), new TicketEvent.VendorReferred("SM-4711"), nadia));
        answers("robot@" + slug + "-maker.example", address, "SM-4711 is solved", "Update.");
        await().until(() -> entries().stream().anyMatch(it -> it.event() instanceof TicketEvent.VendorReplied));
        ask("It still fails.");
        assertThat(Mails.text(awaitToMaker(2))).contains("(SM-4711)", "Your reference: SM-4711");
        answers("mallory@evil.example", address, "SM-4711 again", "let me in");
        await().until(() -> there(() -> queue.search("let me in", null, 5)).size() == 1);
        assertThat(entries()).noneMatch(it -> "let me in".equals(it.text()));
    }

    @Test
    void the_key_of_a_vendors_thread_opens_to_nobody_else() {
        ask("The export fails.");
        var asked = awaitToMaker(1);
        answers("mallory@evil.example", Mails.replyTo(asked), "Re: it", "not theirs");
        await().until(() -> there(() -> queue.search("not theirs", null, 5)).size() == 1);
        assertThat(entries()).noneMatch(it -> "not theirs".equals(it.text()));
    }

    @Test
    void a_vendor_that_does_not_answer_is_asked_again_once_a_day_until_it_does() {
        ask("The export fails.");
        awaitToMaker(1);
        time.set(Instant.parse("2026-11-24T00:59:59Z")); // a second before five in Los Angeles
        thenNothingMoreWasSent(2);
        time.set(Instant.parse("2026-11-24T03:00:00Z"));
        assertThat(Mails.text(awaitToMaker(2))).contains("have had no answer yet", "GLO-" + ticket.number());
        assertThat(chased()).singleElement().extracting(Entry::at).isEqualTo(Instant.parse("2026-11-24T01:00:00Z"));
        answers(maker(), Mails.replyTo(awaitToMaker(2)), "Re: it", "We are on it.");
        await().until(() -> entries().stream().anyMatch(it -> it.event() instanceof TicketEvent.VendorReplied));
        time.set(Instant.parse("2026-11-28T03:00:00Z"));
        thenNothingMoreWasSent(3);
        assertThat(chased()).hasSize(1);
    }

    private List<Entry> chased() {
        return entries().stream()
                .filter(it -> it.event() instanceof TicketEvent.VendorChased)
                .toList();
    }
}
