package threeline.promises.keeping;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import threeline.promises.calendar.Region;
import threeline.promises.charter.Charter;
import threeline.promises.charter.CharterFile;
import threeline.promises.clock.State;
import threeline.promises.testing.Draw;

/**
 * A day of the global desk in simulated time: five organizations in three zones, and whatever people do to their tickets.
 * After each act the ticket that was touched is looked at, at every quarter of an hour all of them. {@code
 * -Dthreeline.long=true} plays 5,000 tickets, which shall take no longer than a minute.
 */
class GlobalDeskDayTest {

    private static final boolean LONG = Boolean.getBoolean("threeline.long");
    private static final int TICKETS = LONG ? 5_000 : 150;

    private static final Instant TUE_2026_11_24 = Instant.parse("2026-11-24T00:00:00Z");
    private static final Duration QUARTER = Duration.ofMinutes(15);

    private static final Map<String, Terms> ORGANIZATIONS = Map.of(
            "acme", new Terms("basic", ZoneId.of("Europe/Berlin"), new Region("DE-BY")),
            "kyoto", new Terms("basic", ZoneId.of("Asia/Tokyo"), new Region("JP")),
            "boston", new Terms("basic", ZoneId.of("America/New_York"), new Region("US-MA")),
            "oslo", new Terms("full", ZoneId.of("Europe/Berlin"), null),
            "bolt", Terms.none());

    private final Charter charter =
            CharterFile.read(Path.of("../charters/global-desk.yaml")).orThrow();
    private final List<Version> versions = List.of(new Version(charter, "1", Instant.EPOCH));
    private final Draw draw =
            new Draw(RandomGeneratorFactory.of("L64X128MixRandom").create(20_261_124));
    private final Map<Integer, Played> tickets = new HashMap<>();

    /** An act that is still to come. */
    private record Coming(Act act, int ticket, int number) {}

    private static final class Played {
        final String organization;
        final List<Act> acts = new ArrayList<>();
        List<Happening> told = List.of();

        Played(String organization) {
            this.organization = organization;
        }
    }

    @Test
    void the_desk_keeps_its_own_rules_all_day() {
        var started = System.nanoTime();
        var coming = coming();
        for (var quarter = TUE_2026_11_24;
                !quarter.isAfter(TUE_2026_11_24.plus(Duration.ofDays(1)));
                quarter = quarter.plus(QUARTER)) {
            while (!coming.isEmpty() && !coming.peek().act().at().isAfter(quarter)) {
                play(coming.poll());
            }
            for (var ticket : tickets.values()) {
                look(ticket, quarter);
            }
        }
        assertThat(tickets).hasSize(TICKETS);
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(60));
    }

    private PriorityQueue<Coming> coming() {
        var coming = new PriorityQueue<Coming>(
                Comparator.comparing((Coming it) -> it.act().at()).thenComparing(Coming::number));
        for (var ticket = 0; ticket < TICKETS; ticket++) {
            var organization =
                    draw.oneOf(ORGANIZATIONS.keySet().stream().sorted().toList());
            tickets.put(ticket, new Played(organization));
            var at = second(TUE_2026_11_24);
            coming.add(new Coming(opened(at, organization), ticket, coming.size()));
            for (var more = draw.between(0, 12); more > 0; more--) {
                coming.add(new Coming(act(second(at)), ticket, coming.size()));
            }
        }
        return coming;
    }

    /** Often in the very second of a seam. */
    private Instant second(Instant from) {
        var day = TUE_2026_11_24.plus(Duration.ofDays(1));
        var at = from.plusSeconds(
                draw.between(0, (int) Duration.between(from, day).toSeconds()));
        var hour = Instant.ofEpochSecond(at.getEpochSecond() / 3_600 * 3_600);
        return draw.oneIn(4) && !hour.isBefore(from) ? hour : at;
    }

    private Act opened(Instant at, String organization) {
        var categories = List.copyOf(charter.waysIn().categories().keySet());
        var asked = new Asked(
                draw.oneIn(3) ? null : draw.oneOf(categories),
                draw.oneOf(List.of("suite", "reporting", "exchange")),
                draw.oneOf(List.of("en", "de", "fr", "es", "ja")),
                null,
                organization);
        return new Act.Opened(at, severity(), "phone", draw.oneIn(3), asked);
    }

    private String severity() {
        return draw.oneOf(List.of("urgent", "simple", "standard"));
    }

    private Act act(Instant at) {
        var groups = charter.groups().stream().map(it -> it.id()).toList();
        return switch (draw.between(0, 15)) {
            case 0, 1, 2 -> new Act.Replied(at, draw.oneOf(groups));
            case 3, 4 -> new Act.Contacted(at);
            case 5 -> new Act.Held(at, draw.oneOf(List.of("awaiting-requester", "awaiting-vendor")));
            case 6 -> new Act.Resumed(at);
            case 7 -> new Act.SeverityChanged(at, severity());
            case 8 -> new Act.Escalated(at, draw.oneOf(List.of("2", "3")), "by-judgement");
            case 9 -> new Act.Returned(at, draw.oneOf(List.of("1", "2")), "it was easy");
            case 10 -> new Act.Assigned(at, draw.oneOf(groups));
            case 11 -> new Act.Accepted(at);
            case 12 -> new Act.VendorAsked(at, "suite-maker");
            case 13 -> new Act.VendorReplied(at);
            case 14 -> new Act.Resolved(at);
            default -> new Act.Reopened(at);
        };
    }

    private void play(Coming coming) {
        var ticket = tickets.get(coming.ticket());
        ticket.acts.add(coming.act());
        look(ticket, coming.act().at());
    }

    private void look(Played ticket, Instant now) {
        if (ticket.acts.isEmpty()) {
            return;
        }
        var standing = Keeper.judge(versions, ORGANIZATIONS.get(ticket.organization), ticket.acts, now);
        var told = standing.happenings();
        // what was told before the last act stays told
        var before = ticket.told.stream()
                .filter(it -> it.at().isBefore(ticket.acts.getLast().at()))
                .toList();
        assertThat(told.subList(0, before.size())).isEqualTo(before);
        ticket.told = told;
        if (standing.nextAt() != null) {
            assertThat(standing.nextAt()).isAfter(now);
        }
        standing.promises().forEach(it -> lookAt(it, standing.situation(), now));
        if (standing.situation().status() == Status.OPEN || standing.situation().status() == Status.HELD) {
            lookAtHolder(ticket, standing.situation(), now);
        }
    }

    private static void lookAt(Promise promise, Situation situation, Instant now) {
        var unlimited = promise.left() == null;
        switch (promise.state()) {
            case RUNNING ->
                assertThat(unlimited || promise.dueAt().isAfter(now)).isTrue();
            case PAUSED -> {
                assertThat(promise.dueAt()).isNull();
                assertThat(situation.status()).isEqualTo(Status.HELD);
            }
            case BREACHED -> assertThat(promise.breachedAt()).isBeforeOrEqualTo(now);
            case MET, ENDED -> assertThat(promise.endedAt()).isBeforeOrEqualTo(now);
        }
        if (situation.status() == Status.RESOLVED || situation.status() == Status.CLOSED) {
            assertThat(promise.endedAt() != null || promise.metric().word().equals("vendor"))
                    .isTrue();
        }
        assertThat(promise.elapsed()).isGreaterThanOrEqualTo(Duration.ZERO);
        assertThat(unlimited || !promise.left().isNegative()).isTrue();
        assertThat(promise.state() == State.BREACHED).isEqualTo(promise.breachedAt() != null);
    }

    /** Just one group of its tier, which may see it and is there, or nobody is, or somebody gave it to them by hand. */
    private void lookAtHolder(Played ticket, Situation situation, Instant now) {
        var group = charter.group(situation.group());
        var watch = charter.watch();
        assertThat(group.tier()).isEqualTo(situation.tier());
        assertThat(group.serves(ticket.organization)).isTrue();
        var others = watch.on(situation.tier(), now).stream()
                .filter(it -> it.serves(ticket.organization))
                .toList();
        assertThat(watch.isOn(group, now) || others.isEmpty() || isByHand(ticket, group.id(), now))
                .as("%s holds it at %s: %s", group.id(), now, ticket.acts)
                .isTrue();
    }

    private boolean isByHand(Played ticket, String group, Instant now) {
        return ticket.acts.stream()
                .filter(it -> it instanceof Act.Assigned(var _, var to) && to.equals(group))
                .map(it -> charter.watch().seamAfter(charter.group(group), it.at()))
                .anyMatch(seam -> seam == null || seam.isAfter(now));
    }
}
