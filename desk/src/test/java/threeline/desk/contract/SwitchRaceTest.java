package threeline.desk.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import threeline.desk.ticket.About;
import threeline.desk.ticket.NewMessage;
import threeline.desk.ticket.NewTicket;
import threeline.desk.ticket.Ticket;
import threeline.desk.ticket.TicketNumber;
import threeline.desk.timekeeping.Timekeeper;
import threeline.desk.web.ProblemException;
import threeline.testing.ProcurementDesk;

/** A version comes while tickets are opened, answered, held and resolved: each ends as one order of all that would have it. */
class SwitchRaceTest extends ProcurementDesk {

    static final int ROUNDS = Integer.getInteger("races", 30);

    @Autowired
    CharterDesk charterDesk;

    @Autowired
    Coming coming;

    @Autowired
    Timekeeper timekeeper;

    @Test
    void each_ticket_stands_as_the_engine_judges_its_timeline() throws Exception {
        var seed = Long.getLong("seed", 4711L);
        var random = new Random(seed);
        for (var round = 0; round < ROUNDS; round++) {
            var some = new ArrayList<TicketNumber>();
            for (var i = 0; i < 6; i++) {
                some.add(tenant.call(this::opened).number());
            }
            var at = time.forward(Duration.ofMinutes(1));
            var hours = 1 + round % 2;
            var text = charter.replaceAll("response: +3h business", "response: %dh business".formatted(hours));
            tenant.call(() -> charterDesk.put(text, at.plusMillis(1), "Nadia", "round"));
            if (random.nextBoolean()) {
                tenant.run(coming::prepare);
            }
            time.set(at.plusMillis(1));
            race(some, random);
            time.forward(Duration.ofSeconds(1));
            tenant.run(coming::takeEffect);
            for (var number : some) {
                check(number, "seed %d, round %d".formatted(seed, round));
            }
        }
    }

    Ticket opened() {
        return desk.open(new NewTicket(ann, "portal", "high", false, About.NOTHING, NewMessage.of("Nothing moves.")));
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
            tenant.run(work);
            return null;
        };
    }

    void act(int choice, TicketNumber number) {
        try {
            switch (choice) {
                case 0 -> desk.reply(number, NewMessage.of("We look into it."), nadia);
                case 1 -> desk.hold(number, "awaiting-requester", nadia);
                case 2 -> desk.note(number, NewMessage.of("Seen."), nadia);
                default -> desk.severity(number, "medium", nadia);
            }
        } catch (ProblemException refused) {
            throw new AssertionError(refused);
        }
    }

    /** Rows are a cache: judged once more, under all versions, nothing comes out otherwise. */
    void check(TicketNumber number, String when) {
        tenant.run(() -> {
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
