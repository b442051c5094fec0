package threeline.desk.timekeeping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import threeline.desk.contract.Contracts;
import threeline.desk.people.AgentId;
import threeline.desk.people.NewAgent;
import threeline.desk.people.NewRequester;
import threeline.desk.people.RequesterId;
import threeline.desk.people.Role;
import threeline.desk.ticket.About;
import threeline.desk.ticket.NewMessage;
import threeline.desk.ticket.NewTicket;
import threeline.desk.ticket.Ticket;
import threeline.desk.ticket.TicketEvent;
import threeline.desk.ticket.TicketFilter;
import threeline.desk.ticket.TicketNumber;
import threeline.desk.web.ProblemException;
import threeline.promises.calendar.Region;
import threeline.promises.charter.Charter;
import threeline.promises.keeping.Terms;
import threeline.testing.RunningDesk;
import threeline.testing.WhatIsDue;

/**
 * A day of the global desk on the running desk: five organizations in three zones, three watches, 500 tickets in the
 * long run. What must always be true is looked at for the touched ticket after each act, and for all at every quarter of
 * an hour.
 */
class LiveDayTest extends RunningDesk {

    private static final int TICKETS = Boolean.getBoolean("threeline.long") ? 500 : 60;
    private static final Instant MIDNIGHT = Instant.parse("2026-11-23T00:00:00Z");
    private static final Duration QUARTER = Duration.ofMinutes(15);

    @Autowired
    Contracts contracts;

    @Autowired
    Timekeeper timekeeper;

    @Autowired
    WhatIsDue due;

    final Random random = new Random(Long.getLong("threeline.seed", 20_261_123));
    final List<TicketNumber> opened = new ArrayList<>();
    final List<RequesterId> people = new ArrayList<>();
    Charter charter;
    AgentId nadia;

    @BeforeEach
    void a_desk_with_five_organizations() throws IOException {
        time.set(MIDNIGHT);
        var text = Files.readString(Path.of("../charters/global-desk.yaml"));
        tenant = tenants.add("day-" + UUID.randomUUID().toString().substring(0, 8), "Global");
        charter = there(() -> charters.putInForce(text, "test", "first")).charter();
        nadia = there(() -> agents.add(
                        new NewAgent("Nadia", "nadia@day.example", Role.ADMIN, Set.of("europe-1", "level-2"), null)))
                .id();
        client("Acme", "full", "Europe/Berlin", "DE-BY");
        client("Kyoto", "basic", "Asia/Tokyo", "JP");
        client("Boston", "basic", "America/New_York", "US-MA");
        client("Leeds", "full", "Europe/London", "GB-ENG");
        client("Oslo", "full", "Europe/Oslo", "NO");
    }

    private void client(String name, String bought, String zone, String holidays) {
        there(() -> {
            var terms = new Terms(bought, ZoneId.of(zone), new Region(holidays));
            contracts.agree(organizations.named(name).id(), terms, "test");
            for (var i = 0; i < 5; i++) {
                var email = "p%d@%s.example".formatted(i, name.toLowerCase(java.util.Locale.ROOT));
                people.add(requesters
                        .add(new NewRequester(email, email, null, name, false))
                        .id());
            }
            return null;
        });
    }

    @Test
    void its_rules_hold_after_each_act_and_at_every_quarter_of_an_hour() {
        var acts = TICKETS * 4;
        var step = Duration.ofDays(1).dividedBy(acts);
        var quarter = MIDNIGHT.plus(QUARTER);
        for (var act = 0; act < acts; act++) {
            time.set(MIDNIGHT.plus(step.multipliedBy(act)).plusMillis(random.nextInt(1000)));
            due.happensAt(tenant);
            var touched = act % 4 == 0 || opened.isEmpty() ? open() : touch(any());
            check(touched);
            if (time.instant().isAfter(quarter)) {
                unresolved().forEach(ticket -> check(ticket.number()));
                quarter = quarter.plus(QUARTER);
            }
        }
        time.set(MIDNIGHT.plus(Duration.ofDays(2)));
        due.happensAt(tenant);
        unresolved().forEach(ticket -> check(ticket.number()));
    }

    private TicketNumber open() {
        var severities = List.of("urgent", "simple", "standard");
        var categories = List.copyOf(charter.waysIn().categories().keySet());
        var about =
                new About(random.nextBoolean() ? pick(categories) : null, null, pick(List.of("en", "de", "fr")), null);
        var wish = new NewTicket(
                pick(people),
                pick(List.of("email", "phone", "portal")),
                pick(severities),
                random.nextInt(4) == 0,
                about,
                NewMessage.of("Something is wrong."));
        var ticket = there(() -> desk.open(wish));
        opened.add(ticket.number());
        return ticket.number();
    }

    /** Something that can be done to it or not, as things stand. */
    private TicketNumber touch(TicketNumber it) {
        try {
            there(() -> switch (random.nextInt(9)) {
                case 0, 1 -> desk.reply(it, NewMessage.of("We look."), nadia);
                case 2 -> desk.hold(it, "awaiting-requester", nadia);
                case 3 -> desk.contact(it, NewMessage.of("Well?"), requester(it), "email");
                case 4 -> desk.resolve(it, nadia);
                case 5 -> desk.does(it, new TicketEvent.Escalated("2", "beyond-level-1"), nadia);
                case 6 -> desk.does(it, new TicketEvent.Escalated("3", "a-bug"), nadia);
                case 7 -> desk.severity(it, pick(List.of("urgent", "standard")), nadia);
                default -> desk.does(it, new TicketEvent.Accepted(), nadia);
            });
        } catch (ProblemException refused) {
            assertThat(refused).isNotNull();
        }
        return it;
    }

    private void check(TicketNumber number) {
        var ticket = there(() -> queue.find(number).orElseThrow());
        var told = there(() -> timeline.of(number, 0, 5000));
        var now = time.instant();
        var standing = there(() -> timekeeper.standing(told, now));
        if (ticket.status().unresolved()) {
            assertThat(ticket.group()).as("a holding group of %s", number).isNotNull();
            checkWatch(ticket, now);
        }
        for (var promise : standing.promises()) {
            var open = promise.endedAt() == null
                    && promise.left() != null
                    && !promise.left().isZero();
            var due = promise.dueAt();
            assertThat(!open || due == null || !due.isBefore(now.minusSeconds(1)) || promise.breachedAt() != null)
                    .as("%s of %s is due ahead, paused or broken", promise, number)
                    .isTrue();
        }
        if (standing.nextAt() != null && ticket.status().unresolved()) {
            assertThat(ticket.wakeAt()).as("the due row of %s", number).isEqualTo(standing.nextAt());
        }
    }

    /** Its group covers now, or nobody of its tier does. */
    private void checkWatch(Ticket ticket, Instant now) {
        var watch = charter.watch();
        var just = now.minusMillis(1);
        var group = charter.group(java.util.Objects.requireNonNull(ticket.group()));
        var others = watch.on(ticket.tier(), just).stream()
                .filter(it -> it.outside() == null)
                .toList();
        assertThat(watch.isOn(group, now) || watch.isOn(group, just) || others.isEmpty())
                .as("%s on watch for %s at %s", group.id(), ticket.number(), now)
                .isTrue();
    }

    private List<Ticket> unresolved() {
        return there(() -> queue.breaksFirst(TicketFilter.ANY, null, 1000));
    }

    private TicketNumber any() {
        return opened.get(random.nextInt(opened.size()));
    }

    private RequesterId requester(TicketNumber it) {
        return queue.find(it).orElseThrow().requester();
    }

    private <T> T pick(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    private <T> T there(Supplier<T> work) {
        return tenant.call(work);
    }
}
