package threeline.promises.keeping;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import threeline.promises.charter.Charter;
import threeline.promises.charter.Charters;
import threeline.promises.clock.State;
import threeline.promises.sla.Allowance;
import threeline.promises.sla.Metric;
import threeline.promises.testing.Cases;
import threeline.promises.testing.Draw;

/** What holds of every ticket, tried on random histories over two weeks, the clock change of 25 October 2026 among them. */
class KeeperLawsTest {

    static final Instant WED_2026_10_21_08_00 = Instant.parse("2026-10-21T07:00:00Z");
    static final int TWO_WEEKS = 14 * 24 * 60;
    static final int FIVE_DAYS = 5 * 24 * 60;

    static final Charter PLAIN = Charters.of(MinuteByMinuteDesk.CHARTER);
    static final Charter TIERED = Charters.of(TiersTest.CHARTER);

    @Test
    void promises_agree_with_living_through_every_minute() {
        var versions = versions(PLAIN);
        Cases.tried(1_500, draw -> {
            var acts = plain(draw);
            var now = acts.getLast().at().plusSeconds(60L * draw.between(0, 3_000));
            assertThat(shown(Keeper.judge(versions, Terms.none(), acts, now)))
                    .as("%s", acts)
                    .isEqualTo(MinuteByMinuteDesk.lived(acts, now));
        });
    }

    private static List<String> shown(Standing standing) {
        return standing.promises().stream()
                .map(it -> "%s %s started %s elapsed %s late %s breached %s ended %s"
                        .formatted(
                                it.metric(),
                                it.state(),
                                it.startedAt(),
                                it.elapsed(),
                                it.lateAt(),
                                it.breachedAt(),
                                it.endedAt()))
                .sorted()
                .toList();
    }

    @Test
    void tiers_agree_with_living_through_every_minute() {
        var versions = versions(Charters.of(MinuteByMinuteTiers.CHARTER));
        Cases.tried(1_000, draw -> {
            var acts = ofTiers(draw);
            var now = acts.getLast().at().plusSeconds(60L * draw.between(0, 4_000));
            assertThat(shownOfTiers(Keeper.judge(versions, Terms.none(), acts, now)))
                    .as("%s", acts)
                    .isEqualTo(MinuteByMinuteTiers.lived(acts, now));
        });
    }

    private static List<String> shownOfTiers(Standing standing) {
        var shown = new ArrayList<>(standing.happenings().stream()
                .map(KeeperLawsTest::ofTiers)
                .flatMap(Optional::stream)
                .toList());
        standing.promises().stream()
                .filter(it -> it.metric() != Metric.RESOLUTION)
                .map(it -> "%s %s started %s breached %s over %s"
                        .formatted(
                                it.metric(),
                                it.endedAt() == null && it.state() != State.BREACHED
                                        ? "GOING"
                                        : it.state().name(),
                                it.startedAt(),
                                it.breachedAt(),
                                it.endedAt()))
                .sorted()
                .forEach(shown::add);
        shown.add(standing.situation().tier() + " " + standing.situation().group());
        return shown;
    }

    private static Optional<String> ofTiers(Happening happening) {
        return Optional.ofNullable(
                switch (happening) {
                    case Happening.Assigned it -> it.at() + " assigned " + it.group();
                    case Happening.HandedOver it -> it.at() + " handed-over " + it.from() + " " + it.to();
                    case Happening.Accepted it -> it.at() + " accepted " + it.group();
                    case Happening.Escalated it -> it.at() + " escalated " + it.from() + " " + it.to();
                    case Happening.Returned it -> it.at() + " returned " + it.from() + " " + it.to();
                    case Happening.Alerted it ->
                        it.at() + " alerted " + it.which().metric();
                    default -> null;
                });
    }

    private static List<Act> ofTiers(Draw draw) {
        return history(draw, "any", FIVE_DAYS, at -> switch (draw.between(0, 13)) {
            case 0 -> new Act.Replied(at, draw.oneOf(MinuteByMinuteTiers.GROUPS));
            case 1, 2 -> new Act.Held(at, draw.oneOf(List.of("parts", "parts", "quote")));
            case 3 -> new Act.Resumed(at);
            case 4 -> new Act.Escalated(at, draw.oneOf(List.of("2", "2", "2", "3")), "hard");
            case 6 -> new Act.Returned(at, draw.oneOf(List.of("1", "2")), "easy");
            case 5, 7 -> new Act.Consulted(at, draw.oneOf(List.of("3", "3", "1")));
            case 8 -> new Act.Extended(at, Allowance.parse(draw.oneOf(List.of("1h30m", "8h"))), draw.oneIn(6));
            case 9, 10 -> new Act.Assigned(at, draw.oneOf(MinuteByMinuteTiers.GROUPS));
            case 11 -> new Act.Accepted(at);
            case 12 -> draw.oneIn(3) ? new Act.Resolved(at) : new Act.Noted(at);
            default -> draw.oneIn(6) ? new Act.Closed(at) : new Act.Reopened(at);
        });
    }

    @Test
    void act_by_act_or_in_one_go_the_story_is_the_same() {
        var versions = versions(TIERED);
        Cases.tried(3_000, draw -> {
            var acts = tiered(draw);
            var end = acts.getLast().at().plusSeconds(86_400);
            var whole = Keeper.judge(versions, Terms.none(), acts, end);
            for (var i = 1; i < acts.size(); i++) {
                var until = acts.get(i).at().minusSeconds(1);
                if (!until.isBefore(acts.getFirst().at())) {
                    var part = Keeper.judge(versions, Terms.none(), acts.subList(0, i), until);
                    assertThat(part.happenings())
                            .isEqualTo(before(whole, acts.get(i).at()));
                }
            }
        });
    }

    private static List<Happening> before(Standing standing, Instant instant) {
        return standing.happenings().stream()
                .filter(it -> it.at().isBefore(instant))
                .toList();
    }

    @Test
    void what_happens_next_happens_when_it_was_said_to() {
        var versions = versions(TIERED);
        Cases.tried(3_000, draw -> {
            var acts = tiered(draw);
            var now = acts.getLast().at();
            var standing = Keeper.judge(versions, Terms.none(), acts, now);
            var next = standing.nextAt();
            if (next != null) {
                assertThat(next).isAfter(now);
                var justBefore = Keeper.judge(versions, Terms.none(), acts, next.minusNanos(1_000));
                assertThat(justBefore.happenings()).isEqualTo(standing.happenings());
                assertThat(justBefore.nextAt()).isEqualTo(next);
            }
        });
    }

    @Test
    void the_same_charter_put_in_force_again_changes_nothing() {
        Cases.tried(1_500, draw -> {
            var acts = tiered(draw);
            var end = acts.getLast().at().plusSeconds(86_400);
            var at = acts.getFirst().at().plusSeconds(60L * draw.between(1, TWO_WEEKS));
            var twice = List.of(new Version(TIERED, "1", Instant.EPOCH), new Version(TIERED, "1", at));
            var once = Keeper.judge(versions(TIERED), Terms.none(), acts, end);
            var again = Keeper.judge(twice, Terms.none(), acts, end);
            assertThat(again.happenings().stream()
                            .filter(it -> !(it instanceof Happening.InForce))
                            .toList())
                    .isEqualTo(once.happenings());
            for (var i = 0; i < once.promises().size(); i++) {
                assertThat(again.promises().get(i))
                        .hasToString(once.promises().get(i).toString());
            }
            assertThat(again.situation()).isEqualTo(once.situation());
        });
    }

    @Test
    void a_longer_pause_never_makes_anything_due_earlier() {
        var versions = versions(PLAIN);
        Cases.tried(3_000, draw -> {
            var severity = draw.oneOf(List.of("high", "urgent", "low"));
            var opened = minute(draw, 0, 5_000);
            var held = opened.plusSeconds(60L * draw.between(0, 200));
            var resumed = held.plusSeconds(60L * draw.between(0, 2_000));
            var later = resumed.plusSeconds(60L * draw.between(0, 2_000));
            var brief = paused(versions, severity, opened, held, resumed);
            var longer = paused(versions, severity, opened, held, later);
            assertThat(longer).isAfterOrEqualTo(brief);
        });
    }

    private static Instant paused(
            List<Version> versions, String severity, Instant opened, Instant held, Instant resumed) {
        var acts = List.<Act>of(
                new Act.Opened(opened, severity, "email", false),
                new Act.Held(held, "anything"),
                new Act.Resumed(resumed));
        var due = Keeper.judge(versions, Terms.none(), acts, resumed)
                .promise(Metric.RESOLUTION)
                .orElseThrow()
                .dueAt();
        return due == null ? Instant.MAX : due;
    }

    @Test
    void explanations_add_up_to_what_was_counted() {
        var versions = versions(TIERED);
        Cases.tried(1_000, draw -> {
            var acts = tiered(draw);
            var now = acts.getLast().at().plusSeconds(60L * draw.between(0, 3_000));
            for (var promise : Keeper.judge(versions, Terms.none(), acts, now).promises()) {
                var explanation = promise.explanation();
                var at = promise.startedAt();
                for (var part : explanation.parts()) {
                    assertThat(part.interval().start()).isEqualTo(at);
                    at = part.interval().end();
                }
                if (promise.dueAt() == null) {
                    assertThat(explanation.counted()).isEqualTo(promise.elapsed());
                } else if (promise.state() == State.RUNNING) {
                    assertThat(explanation.counted())
                            .isEqualTo(promise.elapsed().plus(left(promise)));
                    assertThat(at).isEqualTo(promise.dueAt());
                }
            }
        });
    }

    private static Duration left(Promise promise) {
        var left = promise.left();
        return left == null ? Duration.ZERO : left;
    }

    private static List<Version> versions(Charter charter) {
        return List.of(new Version(charter, "1", Instant.EPOCH));
    }

    /** Often on the hour, where windows begin and figures are reached. */
    private static Instant minute(Draw draw, int from, int until) {
        var minutes = draw.between(from, until);
        return WED_2026_10_21_08_00.plusSeconds(60L * (draw.oneIn(2) ? minutes / 30 * 30 : minutes));
    }

    private static List<Act> plain(Draw draw) {
        return history(draw, draw.oneOf(MinuteByMinuteDesk.SEVERITIES), at -> switch (draw.between(0, 9)) {
            case 0, 1 -> new Act.Replied(at);
            case 2 -> new Act.Called(at, draw.oneIn(2));
            case 3 -> new Act.Contacted(at);
            case 4 -> new Act.Held(at, draw.oneOf(MinuteByMinuteDesk.HOLDS));
            case 5 -> new Act.Resumed(at);
            case 6, 7 -> new Act.SeverityChanged(at, draw.oneOf(MinuteByMinuteDesk.SEVERITIES));
            case 8 ->
                draw.oneIn(3) ? new Act.Resolved(at, draw.oneOf(List.of(Act.Resolved.As.values()))) : new Act.Noted(at);
            default -> draw.oneIn(4) ? new Act.Closed(at) : new Act.Reopened(at);
        });
    }

    private static List<Act> tiered(Draw draw) {
        var severities = List.of("high", "standard", "slow", "wary");
        return history(draw, draw.oneOf(severities), at -> switch (draw.between(0, 15)) {
            case 0 -> new Act.Replied(at, draw.oneOf(List.of("day", "night", "servers")));
            case 1 -> new Act.Contacted(at);
            case 2 -> new Act.Held(at, draw.oneOf(List.of("parts", "quote")));
            case 3 -> new Act.Resumed(at);
            case 4 -> new Act.SeverityChanged(at, draw.oneOf(severities));
            case 5 -> new Act.Escalated(at, draw.oneOf(List.of("2", "3", "project")), "hard");
            case 6 -> new Act.Returned(at, "1", "easy");
            case 7 -> new Act.Consulted(at, "3");
            case 8 -> new Act.Extended(at, Allowance.parse(draw.oneOf(List.of("2h", "1d"))), draw.oneIn(4));
            case 9 -> new Act.Assigned(at, draw.oneOf(List.of("day", "night", "dawn", "webs", "nobody")));
            case 10 -> new Act.Accepted(at);
            case 11 -> new Act.Logged(at, Duration.ofMinutes(draw.between(1, 20)));
            case 12 -> new Act.VendorAsked(at, "maker");
            case 13 -> new Act.VendorReplied(at);
            case 14 -> draw.oneIn(3) ? new Act.Resolved(at) : new Act.Reopened(at);
            default -> draw.oneIn(4) ? new Act.Merged(at, "T2") : new Act.Noted(at);
        });
    }

    private static List<Act> history(Draw draw, String severity, Function<Instant, Act> act) {
        return history(draw, severity, TWO_WEEKS, act);
    }

    private static List<Act> history(Draw draw, String severity, int within, Function<Instant, Act> act) {
        var opened = minute(draw, 0, within / 4);
        var acts = new ArrayList<Act>();
        acts.add(new Act.Opened(opened, severity, "email", draw.oneIn(5)));
        var minutes = draw.some(0, 14, () -> minute(draw, 0, within));
        minutes.stream()
                .filter(it -> !it.isBefore(opened))
                .sorted(Comparator.naturalOrder())
                .forEach(it -> acts.add(act.apply(it)));
        return acts;
    }
}
