package threeline.promises.rehearsal;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import threeline.promises.charter.Texts;
import threeline.promises.clock.State;
import threeline.promises.keeping.Status;
import threeline.promises.rehearsal.Expectation.Amounts;
import threeline.promises.rehearsal.Expectation.OfPromise;
import threeline.promises.rehearsal.Expectation.Times;
import threeline.promises.sla.Metric;
import threeline.promises.source.Form;
import threeline.promises.source.Key;
import threeline.promises.source.Kind;
import threeline.promises.source.Kinds;
import threeline.promises.source.Names.Sort;
import threeline.promises.source.Scalars;
import threeline.promises.source.Section;

/** Reads what a scenario expects to see of a ticket; its times are local to a zone. */
final class ExpectReader {

    private static final Key<State> STATE =
            Key.of("state", Scalars.word(State.class), "running, paused, met, breached or ended");
    private static final Key<Duration> ELAPSED = Key.of("elapsed", Texts.DURATION, "what has counted");
    private static final Key<Duration> LEFT = Key.of("left", Texts.DURATION, "what is left");
    private static final Key<String> TICKET = Key.needed("expect", Scalars.TEXT, "the ticket");
    private static final Key<String> STATUS = Key.of(
            Expectation.STATUS,
            Scalars.word(statuses()),
            "open, held, resolved or closed; or refused, where the charter doesn't let it in");
    private static final List<Key<String>> SITUATION = List.of(
            Key.of("severity", Scalars.name(Sort.SEVERITY), "its severity"),
            Key.of("group", Scalars.name(Sort.GROUP), "the group that holds it"),
            Key.of("tier", Scalars.name(Sort.TIER), "its tier"));

    /** For schema and handbook, where no zone matters. */
    static final Section SECTION = new ExpectReader(ZoneOffset.UTC).section;

    private final Key<Instant> due;
    private final Key<Instant> breached;
    private final Key<Instant> late;
    private final Map<Metric, Key<OfPromise>> promises;
    private final Map<Metric, Key<OfPromise>> aims;
    private final Key<List<OfPromise>> aimsKey;
    private final Section section;

    ExpectReader(ZoneId zone) {
        this.due = Key.of("due", Moment.instants(zone), "when it is due");
        this.breached = Key.of("breached", Moment.instants(zone), "when it was breached");
        this.late = Key.of("late", Moment.instants(zone), "when it passed the first figure of a range");
        this.promises = keys(false);
        this.aims = keys(true);
        var ofAims = new Section("aims", "the same of the desk's own aims", List.copyOf(aims.values()));
        this.aimsKey = Key.of("aims", Kinds.section(ofAims, form -> all(form, aims)), ofAims.meaning());
        this.section = new Section("expect", "what should be seen of a ticket", allKeys());
    }

    private static List<String> statuses() {
        return Stream.concat(Arrays.stream(Status.values()).map(Status::toString), Stream.of(Expectation.REFUSED))
                .toList();
    }

    private Map<Metric, Key<OfPromise>> keys(boolean aim) {
        var keys = new LinkedHashMap<Metric, Key<OfPromise>>();
        for (var metric : Metric.values()) {
            keys.put(
                    metric,
                    Key.of(metric.word(), promise(metric, aim), "how the latest promise of " + metric + " stands"));
        }
        return keys;
    }

    private Kind<OfPromise> promise(Metric metric, boolean aim) {
        var stands = Section.of("a promise", "how a promise stands", STATE, due, breached, late, ELAPSED, LEFT);
        return Kinds.section(
                stands,
                form -> new OfPromise(
                        metric,
                        aim,
                        form.get(STATE),
                        new Times(form.get(due), form.get(breached), form.get(late)),
                        new Amounts(form.get(ELAPSED), form.get(LEFT))));
    }

    private List<Key<?>> allKeys() {
        var keys = new ArrayList<Key<?>>(Arrays.asList(Beside.AT, TICKET, STATUS));
        keys.addAll(SITUATION);
        keys.addAll(promises.values());
        keys.add(aimsKey);
        return keys;
    }

    Section section() {
        return section;
    }

    Key<String> ticket() {
        return TICKET;
    }

    Expectation read(Form form) {
        var situation = new LinkedHashMap<String, String>();
        var status = form.get(STATUS);
        if (status != null) {
            situation.put(STATUS.name(), status);
        }
        for (var key : SITUATION) {
            var value = form.get(key);
            if (value != null) {
                situation.put(key.name(), value);
            }
        }
        var expected = new ArrayList<>(all(form, promises));
        expected.addAll(form.get(aimsKey, List.of()));
        return new Expectation(situation, expected);
    }

    private static List<OfPromise> all(Form form, Map<Metric, Key<OfPromise>> keys) {
        var expected = new ArrayList<OfPromise>();
        for (var key : keys.values()) {
            var promise = form.get(key);
            if (promise != null) {
                expected.add(promise);
            }
        }
        return expected;
    }
}
