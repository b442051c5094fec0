package threeline.desk.intake.email;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static threeline.desk.db.intake.Tables.LETTER;
import static threeline.desk.db.mail.Tables.SECRET;

import java.io.IOException;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import threeline.desk.contract.Charters;
import threeline.desk.mail.Mailboxes;
import threeline.desk.mail.identity.HandWritten;
import threeline.desk.mail.identity.Zone;
import threeline.desk.people.Agents;
import threeline.desk.people.NewAgent;
import threeline.desk.people.Role;
import threeline.desk.tenant.Tenant;
import threeline.desk.tenant.Tenants;
import threeline.testing.DeskTest;
import threeline.testing.HandTurnedTime;
import threeline.testing.SmtpTalk;
import threeline.testing.WrittenZone;

/** Desks whose people's domains are all proven in one way, and a door that mail comes to from one server. */
@DeskTest
abstract class DesksOfEachProof {

    static final String SERVER = "192.0.2.10";
    static final byte[] OLD_SECRET = "a secret of four years ago".getBytes(UTF_8);

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
    DSLContext db;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    HandTurnedTime time;

    final String mark = UUID.randomUUID().toString().substring(0, 8);
    final WrittenZone zone = new WrittenZone();
    final Map<Claim.Proven, House> houses = new LinkedHashMap<>();
    SmtpDoor door;

    @BeforeEach
    void four_desks_and_a_door_behind_a_proxy() throws IOException {
        time.set(HandTurnedTime.MONDAY_AT_NINE);
        for (var proven : Claim.Proven.values()) {
            houses.put(proven, house(proven));
        }
        door = door();
    }

    @AfterEach
    void close() {
        door.destroy();
    }

    private House house(Claim.Proven proven) throws IOException {
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

    private void publish(Claim.Proven proven, String domain) {
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

    SmtpTalk proxied() {
        return new SmtpTalk(door.port(), "PROXY TCP4 %s 192.0.2.1 40000 25\r\n".formatted(SERVER));
    }

    void awaitSettled() {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> houses.values().stream()
                                .mapToInt(
                                        house -> there(house, () -> db.fetchCount(LETTER, LETTER.STATE.eq("received"))))
                                .sum()
                        == 0);
    }

    <T> T there(House house, Supplier<T> work) {
        return house.tenant().call(() -> transactions.execute(_ -> work.get()));
    }
}
