package threeline.desk.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import threeline.desk.people.AgentId;
import threeline.desk.people.Agents;
import threeline.desk.people.NewAgent;
import threeline.desk.people.RequesterId;
import threeline.desk.people.Requesters;
import threeline.desk.people.Role;
import threeline.desk.tenant.Tenant;
import threeline.desk.tenant.Tenants;
import threeline.desk.ticket.About;
import threeline.desk.ticket.NewMessage;
import threeline.desk.ticket.NewTicket;
import threeline.desk.ticket.Ticket;
import threeline.desk.ticket.TicketDesk;
import threeline.desk.ticket.TicketNumber;
import threeline.desk.ticket.TicketQueue;
import threeline.desk.ticket.Timeline;
import threeline.desk.timekeeping.Timekeeper;
import threeline.desk.web.ProblemException;
import threeline.testing.DeskTest;
import threeline.testing.HandTurnedTime;

/** A version comes while tickets are opened, answered, held and resolved: each ends as one order of all that would have it. */
@DeskTest
class SwitchRaceTest {

    static final int ROUNDS = Integer.getInteger("races", 30);

    @Autowired
    CharterDesk desk;

    @Autowired
    Charters charters;

    @Autowired
    Coming coming;

    @Autowired
    TicketDesk tickets;

    @Autowired
    TicketQueue queue;

    @Autowired
    Timeline timeline;

    @Autowired
    Timekeeper timekeeper;

    @Autowired
    Tenants tenants;

    @Autowired
    Agents agents;

    @Autowired
    Requesters requesters;

    @Autowired
    HandTurnedTime time;

    Tenant procurement;
    AgentId nadia;
    RequesterId ann;
    String charter;

    @BeforeEach
    void a_desk_of_our_own() throws IOException {
        time.set(HandTurnedTime.MONDAY_AT_NINE);
        charter = Files.readString(Path.of("../charters/procurement.yaml"));
        procurement = tenants.add("r-" + UUID.randomUUID().toString().substring(0, 8), "Procurement");
        procurement.run(() -> {
            charters.putInForce(charter, "test", "first");
            nadia = agents.add(new NewAgent(
                            "Nadia", "nadia@procurement.example", Role.MANAGER, Set.of("user-support"), null))
                    .id();
            ann = requesters.recognise("ann@acme.example", "Ann Archer").id();
        });
    }

    @Test
    void each_ticket_stands_as_the_engine_judges_its_timeline() throws Exception {
        var seed = Long.getLong("seed", 4711L);
        var random = new Random(seed);
        for (var round = 0; round < ROUNDS; round++) {
            var some = new ArrayList<TicketNumber>();
            for (var i = 0; i < 6; i++) {
                some.add(procurement.call(this::opened).number());
            }
            var at = time.forward(Duration.ofMinutes(1));
            var hours = 1 + round % 2;
            var text = charter.replaceAll("response: +3h business", "response: %dh business".formatted(hours));
            procurement.call(() -> desk.put(text, at.plusMillis(1), "Nadia", "round"));
            if (random.nextBoolean()) {
                procurement.run(coming::prepare);
            }
            time.set(at.plusMillis(1));
            race(some, random);
            time.forward(Duration.ofSeconds(1));
            procurement.run(coming::takeEffect);
            for (var number : some) {
                check(number, "seed %d, round %d".formatted(seed, round));
            }
        }
    }

    Ticket opened() {
        return tickets.open(
                new NewTicket(ann, "portal", "high", false, About.NOTHING, NewMessage.of("Nothing moves.")));
    }

    void race(List<TicketNumber> some, Random random) throws Exception {
        var start = new CountDownLatch(1);
        var acts = new ArrayList<Future<?>>();
        try (var threads = Executors.newFixedThreadPool(4)) {
            acts.add(threads.submit(started(start, () -> coming.takeEffect())));
            for (var number : some) {
                var choice = random.nextInt(4);
                acts.add(threads.submit(started(start, () -> act(choice, number))));
            }
            start.countDown();
            for (var act : acts) {
                act.get();
            }
        } catch (ExecutionException failed) {
            throw new AssertionError(failed.getCause());
        }
    }

    Callable<Void> started(CountDownLatch start, Runnable work) {
        return () -> {
            start.await();
            procurement.run(work);
            return null;
        };
    }

    void act(int choice, TicketNumber number) {
        try {
            switch (choice) {
                case 0 -> tickets.reply(number, NewMessage.of("We look into it."), nadia);
                case 1 -> tickets.hold(number, "awaiting-requester", nadia);
                case 2 -> tickets.note(number, NewMessage.of("Seen."), nadia);
                default -> tickets.severity(number, "medium", nadia);
            }
        } catch (ProblemException refused) {
            throw new AssertionError(refused);
        }
    }

    /** Rows are a cache: judged once more, under all versions, nothing comes out otherwise. */
    void check(TicketNumber number, String when) {
        procurement.run(() -> {
            var kept = queue.find(number).orElseThrow();
            var entries = timeline.of(number, 0, 1000);
            var judged = timekeeper.judge(entries, time.instant());
            assertThat(kept.situation()).as(when).isEqualTo(judged.situation());
            assertThat(dueAt(kept.next())).as(when).isEqualTo(dueAt(judged.next()));
            assertThat(entries).as(when).extracting(it -> it.number()).doesNotHaveDuplicates();
            assertThat(entries).as(when).hasSize(kept.entries());
            assertThat(entries.stream().map(it -> it.at() + " " + it.event()).toList())
                    .as(when)
                    .containsAll(judged.happened().stream()
                            .map(it -> it.at() + " " + it.event())
                            .toList());
        });
    }

    static Instant dueAt(threeline.desk.ticket.NextDue next) {
        return next == null ? Instant.MAX : next.dueAt();
    }
}
