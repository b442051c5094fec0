package threeline.desk.intake.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static threeline.desk.db.intake.Tables.LETTER;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import threeline.desk.mail.KeyOfOld;
import threeline.desk.mail.Onlookers;
import threeline.desk.mail.ReplyKeys;
import threeline.desk.people.Requesters;
import threeline.desk.ticket.Entry;
import threeline.desk.ticket.NewMessage;
import threeline.desk.ticket.NewTicket;
import threeline.desk.ticket.Status;
import threeline.desk.ticket.TicketDesk;
import threeline.desk.ticket.TicketEvent;
import threeline.desk.ticket.TicketNumber;
import threeline.desk.ticket.TicketQueue;
import threeline.desk.ticket.Timeline;
import threeline.testing.TestRelay;

/**
 * Every way to say who one is, times every way to name a ticket: 6 keys × 5 senders × 4 proofs × a stranger copied in or
 * not. Only the requester with proof goes on with the ticket; nobody else changes it or is told a word of it.
 */
class IdentityMatrixTest extends DesksOfEachProof {

    static final String CANARY = "canary-4711";

    @Autowired
    Requesters requesters;

    @Autowired
    Onlookers onlookers;

    @Autowired
    ReplyKeys keys;

    @Autowired
    TicketDesk desk;

    @Autowired
    TicketQueue queue;

    @Autowired
    Timeline timeline;

    final String attacker = "attacker@%s.evil.example".formatted(mark);

    @Test
    void only_the_proven_requester_goes_on_with_the_ticket() {
        var cases = Claim.all();
        assertThat(cases).hasSize(240);
        var tickets = new LinkedHashMap<Claim, TicketNumber>();
        cases.forEach(it -> tickets.put(it, opened(it)));
        try (var server = proxied()) {
            for (var it : cases) {
                var answer = server.mail(from(it), recipient(it, tickets.get(it)), mail(it, tickets.get(it)));
                assertThat(answer).as(it.toString()).startsWith("250");
            }
        }
        awaitSettled();
        cases.forEach(it -> check(it, tickets.get(it)));
        thenTheAttackerKnowsNothing();
    }

    private void check(Claim it, TicketNumber number) {
        var house = houses.get(it.proven());
        var entries = there(house, () -> timeline.of(number, 0, 100));
        var believed = it.from() == Claim.From.REQUESTER && it.proven() == Claim.Proven.PASS;
        assertThat(entries.stream().filter(e -> e.event() instanceof TicketEvent.Contacted))
                .as("%s: %s", it, path(it))
                .hasSize(believed ? 1 : 0);
        var ticket = there(house, () -> queue.find(number).orElseThrow());
        assertThat(ticket.status()).as("%s", it).isEqualTo(believed ? Status.OPEN : Status.RESOLVED);
        assertThat(entries.stream().map(Entry::event))
                .as("%s", it)
                .noneMatch(e -> e instanceof TicketEvent.Replied || e instanceof TicketEvent.Noted);
        if (it.from() == Claim.From.STRANGER || it.from() == Claim.From.COPIED || it.from() == Claim.From.OURSELVES) {
            assertThat(entries)
                    .as("%s", it)
                    .noneMatch(e -> String.valueOf(e.text()).contains("words of case"));
        }
        assertThat(path(it)).as("%s", it).isNotEmpty();
        assertThat(there(house, () -> onlookers.of("PRO-" + number.value())))
                .as("%s", it)
                .noneMatch(Onlookers.Onlooker::approved);
    }

    /** What we sent to whoever is not the requester has none of the ticket's words. */
    private void thenTheAttackerKnowsNothing() {
        await().during(Duration.ofMillis(500)).until(() -> true);
        assertThat(TestRelay.mails(it -> it.to().contains(mark) && !it.to().startsWith("requester-")))
                .noneMatch(it -> it.text().contains(CANARY));
        assertThat(TestRelay.mailsTo(attacker)).isEmpty();
    }

    /** A resolved ticket with a canary in it. */
    private TicketNumber opened(Claim it) {
        var house = houses.get(it.proven());
        return there(house, () -> {
            var requester = requesters.recognise(requester(it), "Ann");
            var message = new NewMessage("Chairs " + it.number(), "twelve " + CANARY, List.of());
            var number = desk.open(NewTicket.of(requester.id(), "email", null, message))
                    .number();
            desk.resolve(
                    number,
                    "A known fix",
                    agents.find(house.agent()).orElseThrow().id());
            return number;
        });
    }

    private String requester(Claim it) {
        return "requester-%d@%s"
                .formatted(it.number(), houses.get(it.proven()).domain().replace("i-", "sub.i-"));
    }

    private String from(Claim it) {
        var house = houses.get(it.proven());
        return switch (it.from()) {
            case REQUESTER -> requester(it);
            case AGENT -> house.agent();
            case COPIED -> "copied-%d@%s".formatted(it.number(), house.domain().replace("i-", "sub.i-"));
            case STRANGER -> "stranger-%d@%s.evil.example".formatted(it.number(), mark);
            case OURSELVES -> "boss@" + house.domain();
        };
    }

    private String recipient(Claim it, TicketNumber number) {
        var house = houses.get(it.proven());
        var reference = "PRO-" + number.value();
        var mailbox = threeline.desk.mail.MailAddress.of(house.address());
        return switch (it.key()) {
            case VALID ->
                there(house, () -> keys.key(reference, from(it)))
                        .asAddress(mailbox)
                        .address();
            case OTHER_RECIPIENT ->
                there(house, () -> keys.key(reference, "somebody@else.example"))
                        .asAddress(mailbox)
                        .address();
            case OTHER_TICKET ->
                there(house, () -> keys.key("PRO-9999", from(it)))
                        .asAddress(mailbox)
                        .address();
            case OTHER_TENANT -> {
                var other = houses.get(it.proven() == Claim.Proven.PASS ? Claim.Proven.NONE : Claim.Proven.PASS);
                yield there(other, () -> keys.key(reference, from(it)))
                        .asAddress(mailbox)
                        .address();
            }
            case EXPIRED ->
                KeyOfOld.key(house.tenant().id(), 0, OLD_SECRET, reference, from(it))
                        .asAddress(mailbox)
                        .address();
            case NONE -> house.address();
        };
    }

    private String mail(Claim it, TicketNumber number) {
        return """
                From: %s
                To: %s
                %sSubject: Re: [PRO-%d] Chairs
                Message-ID: <case-%d-%s@mail.example>
                In-Reply-To: <pro-%d.o1.%s@%s>

                words of case %d
                """.formatted(
                        from(it),
                        houses.get(it.proven()).address(),
                        it.copied() ? "Cc: %s\n".formatted(attacker) : "",
                        number.value(),
                        it.number(),
                        mark,
                        number.value(),
                        "a".repeat(26),
                        houses.get(it.proven()).domain(),
                        it.number());
    }

    private List<String> path(Claim it) {
        return there(
                houses.get(it.proven()),
                () -> List.of(db.select(LETTER.PATH)
                        .from(LETTER)
                        .where(LETTER.MESSAGE_ID.eq("case-%d-%s@mail.example".formatted(it.number(), mark)))
                        .fetchSingle(LETTER.PATH)));
    }
}
