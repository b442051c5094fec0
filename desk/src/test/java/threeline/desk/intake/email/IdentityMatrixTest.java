package threeline.desk.intake.email;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static threeline.desk.db.intake.Tables.LETTER;
import static threeline.desk.db.mail.Tables.SECRET;

import java.io.IOException;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import threeline.desk.contract.Charters;
import threeline.desk.mail.KeyOfOld;
import threeline.desk.mail.Mailboxes;
import threeline.desk.mail.Onlookers;
import threeline.desk.mail.ReplyKeys;
import threeline.desk.mail.identity.HandWritten;
import threeline.desk.mail.identity.Zone;
import threeline.desk.people.Agents;
import threeline.desk.people.NewAgent;
import threeline.desk.people.Requesters;
import threeline.desk.people.Role;
import threeline.desk.tenant.Tenant;
import threeline.desk.tenant.Tenants;
import threeline.desk.ticket.Entry;
import threeline.desk.ticket.NewMessage;
import threeline.desk.ticket.NewTicket;
import threeline.desk.ticket.Status;
import threeline.desk.ticket.TicketDesk;
import threeline.desk.ticket.TicketEvent;
import threeline.desk.ticket.TicketNumber;
import threeline.desk.ticket.TicketQueue;
import threeline.desk.ticket.Timeline;
import threeline.testing.DeskTest;
import threeline.testing.HandTurnedTime;
import threeline.testing.SmtpTalk;
import threeline.testing.TestRelay;
import threeline.testing.WrittenZone;

/**
 * Every way to say who one is, times every way to name a ticket: 6 keys × 5 senders × 4 proofs × a stranger copied in or
 * not. Only the requester with proof goes on with the ticket; nobody else changes it or is told a word of it.
 */
@DeskTest
class IdentityMatrixTest {

    static final String SERVER = "192.0.2.10";
    static final String CANARY = "canary-4711";
    static final byte[] OLD_SECRET = "a secret of four years ago".getBytes(UTF_8);

    enum Key {
        VALID,
        OTHER_RECIPIENT,
        OTHER_TICKET,
        OTHER_TENANT,
        EXPIRED,
        NONE
    }

    enum From {
        REQUESTER,
        AGENT,
        COPIED,
        STRANGER,
        OURSELVES
    }

    enum Proven {
        PASS,
        NONE,
        FAIL,
        TEMPERROR
    }

    record Case(int number, Key key, From from, Proven proven, boolean copied) {

        @Override
        public String toString() {
            return "%d: key %s, from %s, DMARC %s%s"
                    .formatted(number, key, from, proven, copied ? ", a stranger copied in" : "");
        }
    }

    /** A desk whose people's domains all have one kind of proof. */
    record House(Tenant tenant, String domain, String agent) {

        String address() {
            return "help@" + domain;
        }
    }

    @Autowired
    Reception.Staff staff;

    @Autowired
    Mailboxes mailboxes;

    @Autowired
    Table table;

    @Autowired
    LetterBox letterBox;

    @Autowired
    MailRound round;

    @Autowired
    Tenants tenants;

    @Autowired
    Charters charters;

    @Autowired
    Agents agents;

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

    @Autowired
    DSLContext db;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    HandTurnedTime time;

    final String mark = UUID.randomUUID().toString().substring(0, 8);
    final String attacker = "attacker@%s.evil.example".formatted(mark);
    final WrittenZone zone = new WrittenZone();
    final Map<Proven, House> houses = new LinkedHashMap<>();
    SmtpDoor door;

    @BeforeEach
    void four_desks_and_a_door_behind_a_proxy() throws IOException {
        time.set(HandTurnedTime.MONDAY_AT_NINE);
        for (var proven : Proven.values()) {
            houses.put(proven, house(proven));
        }
        door = door();
    }

    @AfterEach
    void close() {
        door.destroy();
    }

    @Test
    void only_the_proven_requester_goes_on_with_the_ticket() {
        var cases = cases();
        assertThat(cases).hasSize(240);
        var tickets = new LinkedHashMap<Case, TicketNumber>();
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

    private void check(Case it, TicketNumber number) {
        var house = houses.get(it.proven());
        var entries = there(house, () -> timeline.of(number, 0, 100));
        var believed = it.from() == From.REQUESTER && it.proven() == Proven.PASS;
        assertThat(entries.stream().filter(e -> e.event() instanceof TicketEvent.Contacted))
                .as("%s: %s", it, path(it))
                .hasSize(believed ? 1 : 0);
        var ticket = there(house, () -> queue.find(number).orElseThrow());
        assertThat(ticket.status()).as("%s", it).isEqualTo(believed ? Status.OPEN : Status.RESOLVED);
        assertThat(entries.stream().map(Entry::event))
                .as("%s", it)
                .noneMatch(e -> e instanceof TicketEvent.Replied || e instanceof TicketEvent.Noted);
        if (it.from() == From.STRANGER || it.from() == From.COPIED || it.from() == From.OURSELVES) {
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

    private static List<Case> cases() {
        var cases = new ArrayList<Case>();
        for (var key : Key.values()) {
            for (var from : From.values()) {
                for (var proven : Proven.values()) {
                    for (var copied : new boolean[] {true, false}) {
                        cases.add(new Case(cases.size(), key, from, proven, copied));
                    }
                }
            }
        }
        return cases;
    }

    private House house(Proven proven) throws IOException {
        var slug = "i-%s-%s".formatted(mark, proven.name().toLowerCase(java.util.Locale.ROOT));
        var domain = slug + ".example";
        var charter = Files.readString(java.nio.file.Path.of("../charters/procurement.yaml"))
                .replace("help@procurement.example", "help@" + domain);
        var house = new House(tenants.add(slug, "Procurement"), domain, "nadia@" + domain);
        house.tenant().run(() -> {
            charters.putInForce(charter, "test", "first");
            transactions.executeWithoutResult(_ -> db.insertInto(SECRET, SECRET.ID, SECRET.SECRET_, SECRET.MADE_AT)
                    .values((short) 0, OLD_SECRET, time.instant().minus(Duration.ofDays(4 * 365)))
                    .execute());
            agents.add(new NewAgent("Nadia", house.agent(), Role.AGENT, Set.of("user-support"), null));
        });
        for (var name : List.of(domain, "sub." + domain, mark + ".evil.example")) {
            publish(proven, name);
        }
        return house;
    }

    private void publish(Proven proven, String domain) {
        switch (proven) {
            case PASS ->
                zone.with(domain, Zone.Kind.TXT, "v=spf1 ip4:192.0.2.0/24 -all")
                        .with("_dmarc." + domain, Zone.Kind.TXT, "v=DMARC1; p=reject");
            case NONE -> {}
            case FAIL -> zone.with("_dmarc." + domain, Zone.Kind.TXT, "v=DMARC1; p=reject");
            case TEMPERROR -> {
                if (!domain.contains("evil")) {
                    zone.silent(domain);
                }
            }
        }
    }

    private SmtpDoor door() throws UnknownHostException {
        var settings = new SmtpDoor.Settings(0, "127.0.0.1", "localhost", List.of("127.0.0.0/8"), null, null);
        var identity = HandWritten.identity(zone);
        var door = new SmtpDoor(
                settings,
                new Reception.Staff(
                        mailboxes, new Acceptance(identity, letterBox, round), table, Doors.Limits.usual()));
        door.open();
        return door;
    }

    private SmtpTalk proxied() {
        return new SmtpTalk(door.port(), "PROXY TCP4 %s 192.0.2.1 40000 25\r\n".formatted(SERVER));
    }

    /** A resolved ticket with a canary in it. */
    private TicketNumber opened(Case it) {
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

    private String requester(Case it) {
        return "requester-%d@%s"
                .formatted(it.number(), houses.get(it.proven()).domain().replace("i-", "sub.i-"));
    }

    private String from(Case it) {
        var house = houses.get(it.proven());
        return switch (it.from()) {
            case REQUESTER -> requester(it);
            case AGENT -> house.agent();
            case COPIED -> "copied-%d@%s".formatted(it.number(), house.domain().replace("i-", "sub.i-"));
            case STRANGER -> "stranger-%d@%s.evil.example".formatted(it.number(), mark);
            case OURSELVES -> "boss@" + house.domain();
        };
    }

    private String recipient(Case it, TicketNumber number) {
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
                var other = houses.get(it.proven() == Proven.PASS ? Proven.NONE : Proven.PASS);
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

    private String mail(Case it, TicketNumber number) {
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

    private List<String> path(Case it) {
        return there(
                houses.get(it.proven()),
                () -> List.of(db.select(LETTER.PATH)
                        .from(LETTER)
                        .where(LETTER.MESSAGE_ID.eq("case-%d-%s@mail.example".formatted(it.number(), mark)))
                        .fetchSingle(LETTER.PATH)));
    }

    private void awaitSettled() {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> houses.values().stream()
                                .mapToInt(
                                        house -> there(house, () -> db.fetchCount(LETTER, LETTER.STATE.eq("received"))))
                                .sum()
                        == 0);
    }

    private <T> T there(House house, Supplier<T> work) {
        return house.tenant().call(() -> transactions.execute(_ -> work.get()));
    }
}
