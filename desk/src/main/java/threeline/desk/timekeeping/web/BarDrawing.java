package threeline.desk.timekeeping.web;

import static threeline.desk.timekeeping.web.Bar.percent;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import threeline.desk.timekeeping.web.Bar.Dot;
import threeline.desk.timekeeping.web.Bar.Kind;
import threeline.desk.timekeeping.web.Bar.Segment;
import threeline.promises.clock.State;

/**
 * Draws a bar. Open time has its own length; what is left out is folded to an eighth of the allowance at most, so that
 * a weekend doesn't flatten an hour; time past due takes at most half of the bar.
 */
final class BarDrawing {

    private final BarFacts facts;
    private final @Nullable Integer expected;
    private final Pieces pieces = new Pieces();

    private BarDrawing(BarFacts facts, @Nullable Integer expected) {
        this.facts = facts;
        this.expected = expected;
    }

    static Bar of(BarFacts facts) {
        return of(facts, null);
    }

    /** @param expected the first figure of a range, in per cent of the second */
    static Bar of(BarFacts facts, @Nullable Integer expected) {
        return new BarDrawing(facts, expected).draw();
    }

    private Bar draw() {
        facts.stretches().forEach(this::add);
        var explained = pieces.width();
        addRest();
        return new Bar(
                segments(),
                warnings(),
                BarDays.of(pieces, facts.zone()),
                due(explained),
                now(explained),
                act(explained),
                expected(),
                motion());
    }

    private void add(Stretch stretch) {
        var interval = stretch.interval();
        switch (stretch.sort()) {
            case OPEN -> addOpen(interval.start(), interval.end());
            case HOLD -> pieces.addFolded(Kind.HOLD, interval, folded(interval.length()));
            case CLOSED -> pieces.addFolded(Kind.CLOSED, interval, folded(interval.length()));
        }
    }

    private void addOpen(Instant from, Instant to) {
        var used = earlier(to, later(from, facts.now()));
        var warned = earlier(used, later(from, from.plus(lastWarning().minus(pieces.counted()))));
        pieces.addOpen(facts.state() == State.MET ? Kind.MET : Kind.USED, from, warned);
        pieces.addOpen(facts.state() == State.MET ? Kind.MET : Kind.LATE, warned, used);
        pieces.addOpen(Kind.LEFT, used, to);
    }

    private void addRest() {
        switch (facts.state()) {
            case RUNNING -> {}
            case PAUSED -> pieces.addTail(Kind.LEFT, facts.left());
            case MET, ENDED -> pieces.addTail(Kind.UNUSED, facts.left());
            case BREACHED -> pieces.addTail(Kind.OVER, shortened(facts.over()));
        }
    }

    /** Amber begins here; a promise that is settled has other colours. */
    private Duration lastWarning() {
        var running = facts.state() == State.RUNNING || facts.state() == State.PAUSED;
        return running && !facts.warnings().isEmpty() ? share(facts.warnings().getLast()) : Duration.ofDays(36_500);
    }

    private Duration share(int percent) {
        return facts.allowance().multipliedBy(percent).dividedBy(100);
    }

    private Duration folded(Duration length) {
        var eighth = (facts.allowance().isZero() ? pieces.counted() : facts.allowance()).dividedBy(8);
        return eighth.isZero() ? length : shorter(length, eighth);
    }

    private Duration shortened(@Nullable Duration over) {
        return over == null ? Duration.ZERO : shorter(over, facts.allowance());
    }

    private List<Segment> segments() {
        var segments = new ArrayList<Segment>();
        for (var piece : pieces.all()) {
            segments.add(new Segment(piece.kind(), at(piece.x()), at(piece.width())));
        }
        return segments;
    }

    private List<Dot> warnings() {
        var dots = new ArrayList<Dot>();
        for (var warning : facts.allowance().isZero() ? List.<Integer>of() : facts.warnings()) {
            var x = pieces.xAfter(share(warning));
            if (x != null) {
                dots.add(new Dot(
                        at(x),
                        !pieces.countedBy(facts.now()).minus(share(warning)).isNegative()));
            }
        }
        return dots;
    }

    private @Nullable String expected() {
        var x = expected == null || facts.allowance().isZero() ? null : pieces.xAfter(share(expected));
        return x == null ? null : at(x);
    }

    private @Nullable String due(double explained) {
        return switch (facts.state()) {
            case RUNNING, MET -> facts.allowance().isZero() ? null : at(pieces.width());
            case BREACHED -> at(explained);
            case PAUSED, ENDED -> null;
        };
    }

    private @Nullable String now(double explained) {
        return switch (facts.state()) {
            case RUNNING -> at(pieces.xOf(facts.now()));
            case PAUSED -> at(explained);
            case BREACHED -> at(pieces.width());
            case MET, ENDED -> null;
        };
    }

    private @Nullable String act(double explained) {
        return facts.state() == State.MET ? at(explained) : null;
    }

    /** While open time passes, now goes from where it stands to the end of the stretch. */
    private Bar.@Nullable Motion motion() {
        var running = facts.state() == State.RUNNING;
        for (var piece : running ? pieces.all() : List.<Pieces.Piece>of()) {
            var time = piece.time();
            if (piece.kind() == Kind.LEFT && time != null && time.start().equals(facts.now())) {
                return new Bar.Motion(
                        time.start().toEpochMilli(),
                        time.end().toEpochMilli(),
                        number(piece.x()),
                        number(piece.x() + piece.width()));
            }
        }
        return null;
    }

    private String number(double x) {
        return at(x).replace("%", "");
    }

    private String at(double x) {
        return percent(pieces.width() == 0 ? 0 : 100 * x / pieces.width());
    }

    private static Duration shorter(Duration one, Duration two) {
        return one.compareTo(two) < 0 ? one : two;
    }

    private static Instant earlier(Instant one, Instant two) {
        return one.isBefore(two) ? one : two;
    }

    private static Instant later(Instant one, Instant two) {
        return one.isAfter(two) ? one : two;
    }
}
