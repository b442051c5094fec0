package threeline.desk.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.ExecuteListenerProvider;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import threeline.desk.content.Content;
import threeline.desk.mail.Manner;
import threeline.desk.mail.Manners;
import threeline.desk.mail.Portions;
import threeline.desk.people.AgentId;
import threeline.desk.ticket.NewAttachment;
import threeline.desk.ticket.NewMessage;
import threeline.desk.ticket.Ticket;
import threeline.desk.ticket.TicketEvent;
import threeline.desk.ticket.Timeline;
import threeline.testing.DeskTest;
import threeline.testing.TestRelay;

/** A desk's mails say what the desk wrote for them, in the requester's language, however many leave at once. */
@DeskTest
class OwnWordsTest extends AtADesk {

    @Autowired
    Templates templates;

    @Autowired
    Letterhead letterhead;

    @Autowired
    Manners manners;

    @Test
    void the_requesters_language_chooses_the_words() {
        opens("procurement");
        put("opened", "fr", "Bonjour {{name}},\n\nvotre demande « {{subject}} » porte la référence {{reference}}.");
        put("footer", "fr", "Répondez à ce message. {{reference}}");
        var amelie = requester("Amelie", "acme");
        speaks(amelie, "fr");
        var ben = requester("Ben", "acme");
        var ticket = open(amelie, "La <b>liste</b>");
        open(ben, "The list");
        var french = awaitMail("Amelie", "Bonjour");
        assertThat(french)
                .contains("Bonjour Amelie,", "« La <b>liste</b> »", "PRO-" + ticket.number(), "Répondez à ce message.")
                .doesNotContain("thank you");
        assertThat(html("Amelie")).contains("La &lt;b&gt;liste&lt;/b&gt;").doesNotContain("<b>liste");
        assertThat(awaitMail("Ben", "thank you")).contains("Hello Ben,");
    }

    @Test
    void an_answer_stands_within_the_desks_words() {
        opens("procurement");
        put("answered", "en", "Dear {{name}},\n\n{{words}}\n\nKind regards");
        var nadia = agent("Nadia", "user-support");
        var ticket = open(requester("Maya", "acme"), "The list");
        there(() -> desk.reply(ticket.number(), NewMessage.of("It is back.\n\nTry it."), nadia.id()));
        assertThat(awaitMail("Maya", "It is back.")).contains("Dear Maya,", "Try it.", "Kind regards");
    }

    @Test
    void a_batch_costs_as_many_statements_as_one_mail() {
        opens("procurement");
        var nadia = agent("Nadia", "user-support");
        var happened = new ArrayList<Happened>();
        for (var i = 0; i < 20; i++) {
            happened.add(replied(open(requester("Maya" + i, "acme"), "List " + i), nadia.id()));
        }
        awaitQuiet();
        var one = statements(happened.subList(0, 1));
        assertThat(statements(happened)).isEqualTo(one);
        assertThat(one).isLessThanOrEqualTo(10);
    }

    @Test
    void a_line_above_which_to_answer_stands_there_only_if_wanted_and_is_known_again() {
        opens("procurement");
        open(requester("Ann", "acme"), "The list");
        assertThat(awaitMail("Ann", "thank you")).doesNotContain("above this line");
        tenant.run(() -> manners.are(new Manner(Duration.ZERO, true)));
        var ben = requester("Ben", "acme");
        speaks(ben, "de");
        open(ben, "Die Liste");
        var mail = awaitMail("Ben", "oberhalb dieser Zeile");
        var words = mail.substring(mail.indexOf('\n') + 1);
        var answer = Portions.of("AW: Die Liste", "Danke!\n\n" + words);
        assertThat(answer.visible()).isEqualTo("Danke!");
        assertThat(answer.quoted()).contains("Die Liste");
    }

    private Happened replied(Ticket ticket, AgentId by) {
        var file = new NewAttachment("a.txt", "text/plain", Content.of(new byte[] {1}));
        there(() -> desk.reply(ticket.number(), new NewMessage(null, "Done.", List.of(file)), by));
        var entry = there(() -> timeline.of(ticket.number(), 0, 100)).stream()
                .filter(it -> it.event() instanceof TicketEvent.Replied)
                .findFirst()
                .orElseThrow();
        var notice = new Notice(
                ticket.number().value(),
                new Timeline.Place(ticket.number(), entry.number()),
                Matter.ANSWERED,
                new Notice.When(entry.at(), entry.at()),
                new Notice.Whose(null, null, ""),
                false,
                0);
        return new Happened(
                notice, entry, there(() -> queue.find(ticket.number())).orElseThrow());
    }

    private int statements(List<Happened> all) {
        return tenant.call(() -> transactions.execute(_ -> {
            var counted = new AtomicInteger();
            var here = Thread.currentThread();
            var configuration = db.configuration();
            var before = configuration.executeListenerProviders();
            configuration.set(append(before, counted, here));
            try {
                var letters = letterhead.write(all.stream()
                        .map(it -> new Letterhead.Wish(List.of(it), Rule.REQUESTER))
                        .toList());
                assertThat(letters).hasSize(all.size());
                assertThat(letters).allMatch(it -> it.mail().attachments().size() == 1);
            } finally {
                configuration.set(before);
            }
            return counted.get();
        }));
    }

    private static ExecuteListenerProvider[] append(
            ExecuteListenerProvider[] before, AtomicInteger counted, Thread here) {
        var all = new ArrayList<>(List.of(before));
        all.add(() -> new ExecuteListener() {
            @Override
            public void executeStart(ExecuteContext context) {
                if (Thread.currentThread() == here) {
                    counted.incrementAndGet();
                }
            }
        });
        return all.toArray(ExecuteListenerProvider[]::new);
    }

    private void put(String what, String language, String body) {
        tenant.run(() -> {
            try {
                templates.put(what, language, null, body, "test");
            } catch (Template.Broken e) {
                throw new IllegalArgumentException(e);
            }
        });
    }

    private String html(String name) {
        var mail = TestRelay.mailsTo(mailOf(name)).getFirst().text();
        return mail.substring(mail.indexOf("text/html"));
    }
}
