package threeline.desk.timekeeping;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import threeline.desk.people.AgentId;
import threeline.desk.people.NewAgent;
import threeline.desk.people.RequesterId;
import threeline.desk.people.Role;
import threeline.desk.ticket.Entry;
import threeline.desk.ticket.NewMessage;
import threeline.desk.ticket.NewTicket;
import threeline.desk.ticket.PromiseKeeper;
import threeline.desk.ticket.TicketEvent;
import threeline.desk.ticket.TicketNumber;
import threeline.desk.web.ProblemException;
import threeline.testing.HandTurnedTime;
import threeline.testing.RunningDesk;

/**
 * Acts that meet at one ticket at one time. Whatever comes of it is what comes of the same acts one after the other: the
 * timeline has each act that succeeded once, and the ticket is as the engine judges that timeline from nothing.
 */
class RaceTest extends RunningDesk {

    /** How many interleavings of each race; the long run has ten thousand. */
    private static final int ROUNDS = Boolean.getBoolean("threeline.long") ? 10_000 : 100;

    /** No desk has thousands of versions of its charter. */
    private static final int A_DESKS_LIFE = 500;

    private static final String CHARTER = """
            desk: Race
            prefix: RAC
            zone: Europe/London
            calendars:
              day:   { mon-sun: 06:00-18:00 }
              night: { not: day }
            tiers:
              1: { takes: direct, cover: always, stay: { limit: 3h always, then: escalate }, escalate: { to: 2, when: { hard: It is hard } }, handover: { accept: 15m } }
              2: { takes: escalations, cover: always, escalate: { to: 3, when: { harder: It is harder } } }
              3: { takes: escalations, cover: always }
            groups:
              days:   { tier: 1, covers: day }
              nights: { tier: 1, covers: night }
              second: { tier: 2 }
              third:  { tier: 3 }
            severities:
              normal: { means: Anything, targets: { response: 1h always, resolution: %s always } }
            holds:
              waiting: { pauses: [resolution, stay] }
            """;

    /** What meets, and how long after the opening at nine. */
    enum Race {
        PAUSE_AGAINST_BREACH(Duration.ofHours(2)),
        RESOLVE_AGAINST_BREACH(Duration.ofHours(2)),
        HANDOVER_AGAINST_REPLY(Duration.ofHours(9)),
        ESCALATE_AGAINST_ESCALATE(Duration.ofHours(3)),
        CHARTER_AGAINST_EVERYTHING(Duration.ofHours(1));

        final Duration after;

        Race(Duration after) {
            this.after = after;
        }
    }

    @Autowired
    Timekeeper timekeeper;

    final Random random = new Random(Long.getLong("threeline.seed", 4_711));
    final ExecutorService threads = Executors.newFixedThreadPool(4);
    AgentId nadia;
    RequesterId ann;

    @BeforeEach
    void on_a_monday_at_nine() {
        time.set(HandTurnedTime.MONDAY_AT_NINE);
        opens();
    }

    private void opens() {
        tenant = tenants.add("race-" + UUID.randomUUID().toString().substring(0, 8), "Race");
        tenant.run(() -> {
            charters.putInForce(CHARTER.formatted("2h"), "test", "first");
            nadia = agents.add(new NewAgent("Nadia", "nadia@race.example", Role.AGENT, Set.of("days"), null))
                    .id();
            ann = requesters.recognise("ann@race.example", "Ann").id();
        });
    }

    @AfterEach
    void send_them_home() {
        threads.shutdownNow();
    }

    @ParameterizedTest
    @EnumSource
    void ends_as_some_order_of_the_same_acts_ends(Race race) throws Exception {
        for (var round = 0; round < ROUNDS; round++) {
            if (round > 0 && round % A_DESKS_LIFE == 0) {
                opens();
            }
            var start = HandTurnedTime.MONDAY_AT_NINE.plus(Duration.ofDays(round));
            time.set(start);
            var number = there(() -> desk.open(NewTicket.of(ann, "email", "Race", "Go.")))
                    .number();
            time.set(start.plus(race.after).minusMillis(random.nextInt(3)));
            var kept = new AtomicInteger();
            meet(racers(race, number, kept));
            time.set(start.plus(race.after).plusSeconds(1));
            there(() -> desk.wake(100));
            check(number, kept.get(), race + " round " + round);
            there(() -> desk.does(number, new TicketEvent.Merged(new TicketNumber(1)), nadia));
        }
    }

    /** Each is tried once; one that is refused has not happened. */
    private List<Runnable> racers(Race race, TicketNumber it, AtomicInteger kept) {
        Runnable clock = () -> {
            time.forward(Duration.ofMillis(random.nextInt(4)));
            there(() -> desk.wake(100));
        };
        Runnable reply = act(kept, () -> desk.reply(it, NewMessage.of("Yes."), nadia));
        Runnable hold = act(kept, () -> desk.hold(it, "waiting", nadia));
        Runnable resume = act(kept, () -> desk.resume(it, nadia));
        Runnable resolve = act(kept, () -> desk.resolve(it, nadia));
        Runnable escalate = act(kept, () -> desk.does(it, new TicketEvent.Escalated("2", "hard"), nadia));
        Runnable assign = act(kept, () -> desk.does(it, new TicketEvent.Routed("days"), nadia));
        Runnable contact = act(kept, () -> desk.contact(it, NewMessage.of("Well?"), ann, "email"));
        Runnable version = () -> there(
                () -> charters.putInForce(CHARTER.formatted(random.nextBoolean() ? "90m" : "2h"), "test", "another"));
        return switch (race) {
            case PAUSE_AGAINST_BREACH -> List.of(hold, clock, resume, clock);
            case RESOLVE_AGAINST_BREACH -> List.of(resolve, clock, contact, clock);
            case HANDOVER_AGAINST_REPLY -> List.of(reply, clock, assign, contact);
            case ESCALATE_AGAINST_ESCALATE -> List.of(escalate, escalate, clock, reply);
            case CHARTER_AGAINST_EVERYTHING -> List.of(version, clock, hold, reply);
        };
    }

    private Runnable act(AtomicInteger kept, Supplier<?> act) {
        return () -> {
            try {
                there(act);
                kept.incrementAndGet();
            } catch (ProblemException refused) {
                assertThat(refused).isNotNull(); // as things stood it could not be done
            }
        };
    }

    /** All at once, as far as two processors can. */
    private void meet(List<Runnable> racers) throws Exception {
        var barrier = new CyclicBarrier(racers.size());
        var running = new ArrayList<Future<?>>();
        for (var racer : racers) {
            running.add(threads.submit(() -> {
                barrier.await();
                racer.run();
                return null;
            }));
        }
        for (var each : running) {
            each.get();
        }
    }

    private void check(TicketNumber number, int kept, String when) {
        var told = there(() -> timeline.of(number, 0, 1000));
        assertThat(told.stream().map(Entry::number).toList())
                .as(when)
                .isEqualTo(IntStream.rangeClosed(1, told.size()).boxed().toList());
        var acts = told.stream()
                .filter(it -> !(it.event() instanceof TicketEvent.ByItself))
                .toList();
        assertThat(acts).as(when).hasSize(kept + 1);
        var ticket = there(() -> queue.find(number).orElseThrow());
        var now = time.instant();
        var judged = there(() -> timekeeper.judge(acts, now));
        assertThat(ticket.situation()).as(when).isEqualTo(judged.situation());
        assertThat(byItself(told, now)).as(when).containsExactlyInAnyOrderElementsOf(judged.happened());
    }

    private static List<PromiseKeeper.Dated> byItself(List<Entry> told, Instant now) {
        return told.stream()
                .filter(it ->
                        it.event() instanceof TicketEvent.ByItself && !it.at().isAfter(now))
                .map(it -> new PromiseKeeper.Dated(it.at(), (TicketEvent.ByItself) it.event()))
                .toList();
    }

    private <T> T there(Supplier<T> work) {
        return tenant.call(work);
    }
}
