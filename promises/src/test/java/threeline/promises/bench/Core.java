package threeline.promises.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import threeline.promises.calendar.Calendar;
import threeline.promises.calendar.Interval;
import threeline.promises.charter.Charter;
import threeline.promises.charter.CharterFile;
import threeline.promises.clock.Explanation;
import threeline.promises.keeping.Act;
import threeline.promises.keeping.Keeper;
import threeline.promises.keeping.Standing;
import threeline.promises.keeping.Terms;
import threeline.promises.keeping.Version;
import threeline.promises.sla.Metric;
import threeline.promises.source.Source;

/** Core timings: due and elapsed on a calendar of two windows a day, judging a ticket, explaining a promise. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class Core {

    private static final String CHARTER = """
            desk: Bench
            prefix: BEN
            zone: Europe/London
            calendars:
              office: { mon-fri: "09:00-12:30,13:30-17:30", holidays: GB-ENG }
              nights: { not: office }
            tiers:
              1: { name: First, takes: direct, stay: { limit: 5d office, then: alert } }
            groups:
              day:   { name: Day, tier: 1, covers: office }
              night: { name: Night, tier: 1, covers: nights }
            severities:
              high:
                targets: { response: 3h office, next-response: 4h office, resolution: 24h-48h office }
              low:
                targets: { response: 8h office, next-response: 8h office, resolution: 80h office }
            holds:
              awaiting-requester: { pauses: [resolution, stay], ends: contact }
            """;

    private static final Instant MON_2026_06_01_10_00 = Instant.parse("2026-06-01T09:00:00Z");
    private static final Instant TUE_2026_06_02_10_00 = Instant.parse("2026-06-02T09:00:00Z");
    private static final Instant TEN_YEARS_LATER = Instant.parse("2036-05-30T09:00:00Z");
    private static final Duration AN_HOUR = Duration.ofHours(1);
    private static final Duration NINE_YEARS = Duration.ofHours(9 * 250 * 7);

    private final Charter charter =
            CharterFile.read(new Source("bench.yaml", CHARTER)).orThrow();
    private final Calendar office = charter.calendar("office");
    private final List<Version> versions = List.of(new Version(charter, "1", Instant.EPOCH));
    private final List<Act> fresh = List.of(new Act.Opened(MON_2026_06_01_10_00, "high", "email", false));
    private final List<Act> thirty = acts(30);
    private final List<Act> fifty = acts(50);
    private final Instant endOfFifty = fifty.getLast().at();

    /**
     * A ticket with an answer, a contact that waits to the end, holds, handovers and a severity that changes: with its
     * response, next response, resolution and stay it has four promises.
     */
    private static List<Act> acts(int count) {
        var acts = new ArrayList<Act>();
        acts.add(new Act.Opened(MON_2026_06_01_10_00, "high", "email", false));
        acts.add(new Act.Replied(MON_2026_06_01_10_00.plus(AN_HOUR)));
        while (acts.size() < count) {
            var at = MON_2026_06_01_10_00.plus(Duration.ofMinutes(37L * acts.size()));
            acts.add(
                    switch (acts.size() % 10) {
                        case 2, 6 -> new Act.Held(at, "awaiting-requester");
                        case 3, 7 -> new Act.Contacted(at);
                        case 5 -> new Act.SeverityChanged(at, acts.size() % 20 == 5 ? "low" : "high");
                        case 8 -> new Act.Logged(at, AN_HOUR);
                        default -> new Act.Noted(at);
                    });
        }
        return List.copyOf(acts);
    }

    @Benchmark
    public Instant due_in_an_hour() {
        return office.dueAt(MON_2026_06_01_10_00, AN_HOUR);
    }

    @Benchmark
    public Instant due_in_nine_years() {
        return office.dueAt(MON_2026_06_01_10_00, NINE_YEARS);
    }

    @Benchmark
    public Duration elapsed_in_a_day() {
        return office.openIn(new Interval(MON_2026_06_01_10_00, TUE_2026_06_02_10_00));
    }

    @Benchmark
    public Duration elapsed_in_ten_years() {
        return office.openIn(new Interval(MON_2026_06_01_10_00, TEN_YEARS_LATER));
    }

    @Benchmark
    public Standing judge_fresh_ticket() {
        return Keeper.judge(versions, Terms.none(), fresh, MON_2026_06_01_10_00);
    }

    @Benchmark
    public Standing judge_ticket_of_30_acts() {
        return Keeper.judge(versions, Terms.none(), thirty, thirty.getLast().at());
    }

    @Benchmark
    public Standing judge_ticket_of_50_acts() {
        return Keeper.judge(versions, Terms.none(), fifty, endOfFifty);
    }

    @Benchmark
    public Explanation explain_ticket_of_30_acts() {
        return Keeper.judge(versions, Terms.none(), thirty, thirty.getLast().at())
                .promise(Metric.RESOLUTION)
                .orElseThrow()
                .explanation();
    }
}
