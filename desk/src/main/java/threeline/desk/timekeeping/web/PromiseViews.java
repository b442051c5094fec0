package threeline.desk.timekeeping.web;

import static java.util.Objects.requireNonNullElse;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import threeline.desk.timekeeping.web.PromiseView.Counting;
import threeline.desk.timekeeping.web.PromiseView.Due;
import threeline.desk.timekeeping.web.PromiseView.Line;
import threeline.desk.timekeeping.web.PromiseView.Source;
import threeline.desk.timekeeping.web.PromiseView.Standing;
import threeline.desk.timekeeping.web.PromiseView.Why;
import threeline.desk.web.Moments;
import threeline.promises.charter.Charter;
import threeline.promises.keeping.Promise;
import threeline.promises.sla.Metric;
import threeline.promises.sla.Target;

/** Tells one promise: what it grants, how it stands, and why it is due then. */
final class PromiseViews {

    private static final int NEARLY = 80;

    private final Promise promise;
    private final @Nullable String where;
    private final Charter charter;
    private final Moments moments;
    private final PromiseBar bar;

    private PromiseViews(Promise promise, @Nullable String where, Charter charter, Moments moments) {
        this.promise = promise;
        this.where = where;
        this.charter = charter;
        this.moments = moments;
        this.bar = new PromiseBar(promise, charter, moments.now());
    }

    /** @param where on which tier it was kept, where that says more than the promise's name */
    static PromiseView of(Promise promise, @Nullable String where, Charter charter, Moments moments) {
        return new PromiseViews(promise, where, charter, moments).view();
    }

    private PromiseView view() {
        var drawn = bar.drawn();
        var due = due();
        var standing = standing(drawn);
        return new PromiseView(
                "%s-%d%s".formatted(promise.metric().word(), promise.nth(), promise.aim() ? "-aim" : ""),
                name(),
                target(),
                standing,
                due,
                drawn,
                "%s: %s, %s%s%s.".formatted(name(), standing.text(), due.before(), due.time(), due.after()),
                why());
    }

    private String name() {
        var word = promise.metric().word().replace('-', ' ');
        var name = Character.toUpperCase(word.charAt(0)) + word.substring(1);
        return where == null ? name : "%s on %s".formatted(name, where);
    }

    private String target() {
        return switch (promise.target()) {
            case Target.Within it -> it.expected() == null ? limit(it) : it.expected() + "–" + limit(it);
            case Target.NextRelease _ -> "by the next release";
            case Target.Measured it -> "counted, " + it.calendar();
        };
    }

    /** A figure that a charter wrote elsewhere than among targets is told as targets are. */
    private static String limit(Target.Within it) {
        var text = it.limit().toString();
        return text.startsWith("PT")
                ? text.substring(2, text.indexOf(' ')).toLowerCase(Locale.ROOT) + text.substring(text.indexOf(' '))
                : text;
    }

    private Standing standing(Bar drawn) {
        return switch (promise.state()) {
            case RUNNING -> running(drawn);
            case PAUSED -> new Standing("paused", "pause", Moments.length(bar.left()) + " left", null);
            case MET -> new Standing("met", "check", metIn(), null);
            case ENDED -> new Standing("ended", "cross", "ended", null);
            case BREACHED -> broken();
        };
    }

    private String metIn() {
        return promise.elapsed().isZero() ? "met at once" : "met in " + Moments.length(promise.elapsed());
    }

    private Standing running(Bar drawn) {
        if (promise.left() == null) {
            return new Standing("running", "clock", Moments.length(promise.elapsed()) + " so far", null);
        }
        var used =
                100 - 100 * bar.left().toSeconds() / Math.max(1, bar.allowance().toSeconds());
        var late = promise.lateAt() != null || used >= NEARLY;
        if (promise.target() instanceof Target.NextRelease) {
            return new Standing("running", "clock", Moments.span(bar.left()) + " left", null);
        }
        var motion = drawn.motion();
        return new Standing(
                late ? "late" : "running",
                late ? "hourglass" : "clock",
                Moments.length(bar.left()) + " left",
                motion == null ? null : new Counting(bar.left().toMillis(), motion.to(), null, motion.from()));
    }

    /** A stay or a handover ends by going on elsewhere too, which keeps nothing. */
    private boolean ofDesk() {
        return promise.metric() == Metric.STAY || promise.metric() == Metric.HANDOVER;
    }

    private Standing broken() {
        var over = requireNonNullElse(bar.over(), Duration.ZERO);
        if (promise.endedAt() != null && ofDesk()) {
            return new Standing(
                    "breached", "alert", over.isZero() ? "limit reached" : Moments.span(over) + " over", null);
        }
        if (promise.endedAt() != null) {
            return new Standing("breached", "alert", "kept %s late".formatted(Moments.span(over)), null);
        }
        var dueAt = requireNonNullElse(promise.dueAt(), moments.now());
        return new Standing(
                "breached",
                "alert",
                Moments.span(over) + " over",
                new Counting(null, null, dueAt.toEpochMilli(), moments.now().toEpochMilli()));
    }

    private Due due() {
        var dueAt = promise.dueAt();
        var endedAt = promise.endedAt();
        return switch (promise.state()) {
            case RUNNING -> dueAt == null ? new Due("counted, without a limit", "", "") : dueAt(dueAt);
            case PAUSED -> new Due("stands still on hold, due when it goes on", "", "");
            case MET -> endedAt == null ? new Due("kept", "", "") : at("kept ", endedAt, late());
            case ENDED -> endedAt == null ? new Due("over", "", "") : at("over since ", endedAt, "");
            case BREACHED ->
                at(
                        "was due ",
                        requireNonNullElse(dueAt, moments.now()),
                        endedAt == null || ofDesk() ? "" : answered(endedAt));
        };
    }

    /** A release counts until its day is over. */
    private Due dueAt(Instant dueAt) {
        return promise.target() instanceof Target.NextRelease
                ? new Due("due at the end of ", moments.date(dueAt.minusNanos(1)), late())
                : at("due ", dueAt, late());
    }

    private Due at(String before, Instant at, String after) {
        return new Due(before + moments.date(at) + " ", moments.clock(at), after);
    }

    private String late() {
        var lateAt = promise.lateAt();
        return lateAt == null ? "" : ", late since " + moments.date(lateAt) + " " + moments.clock(lateAt);
    }

    private String answered(Instant at) {
        return ", kept " + moments.date(at) + " " + moments.clock(at);
    }

    private Why why() {
        var explanation = promise.explanation();
        var citation = promise.target().citation();
        return new Why(lines(), new Source(explanation.version(), citation.line(), citation.text()));
    }

    private List<Line> lines() {
        var now = moments.now();
        var past = new ArrayList<Line>();
        var ahead = new ArrayList<Line>();
        var sum = Duration.ZERO;
        for (var stretch : bar.stretches()) {
            var from = stretch.interval().start();
            var to = stretch.interval().end();
            if (stretch.sort() != Stretch.Sort.OPEN) {
                var kind = stretch.sort() == Stretch.Sort.HOLD ? "hold" : "closed";
                (from.isBefore(now) ? past : ahead)
                        .add(Line.of(kind, stretch.reason(), stretch.interval().length()));
                continue;
            }
            var cut = to.isBefore(now) ? to : from.isAfter(now) ? from : now;
            if (from.isBefore(cut)) {
                past.add(Line.of("counted", span(from, cut), Duration.between(from, cut)));
                sum = sum.plus(Duration.between(from, cut));
            }
            if (cut.isBefore(to)) {
                ahead.add(Line.of("left", span(cut, to), Duration.between(cut, to)));
            }
        }
        past.add(Line.of("sum", "Counted", sum));
        past.addAll(ahead);
        var over = bar.over();
        if (over != null && !over.isZero()) {
            past.add(new Line("over", "Past due", Moments.span(over)));
        }
        return past;
    }

    private String span(Instant from, Instant to) {
        var sameDay = moments.dateThere(from).equals(moments.dateThere(to));
        return moments.start(from) + " – " + (sameDay ? moments.clock(to) : moments.start(to));
    }
}
