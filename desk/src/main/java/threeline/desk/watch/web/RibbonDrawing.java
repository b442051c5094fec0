package threeline.desk.watch.web;

import static threeline.desk.watch.web.Ribbon.percent;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import threeline.desk.ticket.Holdings.Breaking;
import threeline.desk.watch.Cover;
import threeline.desk.watch.Reigns;
import threeline.desk.watch.Seam;
import threeline.desk.watch.Span;
import threeline.desk.watch.web.Ribbon.Bar;
import threeline.desk.watch.web.Ribbon.Change;
import threeline.desk.watch.web.Ribbon.Drawn;
import threeline.desk.watch.web.Ribbon.Gap;
import threeline.desk.watch.web.Ribbon.Grid;
import threeline.desk.watch.web.Ribbon.Now;
import threeline.desk.watch.web.Ribbon.Passing;
import threeline.desk.watch.web.Ribbon.Row;
import threeline.desk.watch.web.Ribbon.Tick;
import threeline.desk.web.Moments;
import threeline.promises.calendar.Interval;
import threeline.promises.tier.Group;
import threeline.promises.tier.Tier;

/** Draws a ribbon of a charter's watches; nothing but its arguments decides how it looks. */
final class RibbonDrawing {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);
    private static final int MOST_SEAMS = 400;
    private static final double ROOM_FOR_LABEL = 0.13;
    private static final double ROOM_FOR_SIGN = 0.12;
    private static final double THIN = 0.007;
    private static final double ROOM_FOR_LENGTH = 0.03;
    private static final double BESIDE_NOW = 0.04;
    private static final java.time.Duration SOON = java.time.Duration.ofHours(1);

    private final Reigns reigns;
    private final RibbonWords words;
    private final Span span;
    private final Moments moments;
    private final List<Group> groups;

    private RibbonDrawing(Reigns reigns, Span span, Moments moments) {
        this.reigns = reigns;
        this.words = new RibbonWords(reigns, span, moments);
        this.span = span;
        this.moments = moments;
        this.groups = words.tiers().stream()
                .flatMap(tier -> words.groups(tier).stream())
                .toList();
    }

    /**
     * @param breaking what is due in these days
     * @param next what is said of the next seam at which tickets pass on, by its tier
     */
    static Ribbon of(Reigns reigns, Span span, Moments moments, List<Breaking> breaking, List<Sign> next) {
        return new RibbonDrawing(reigns, span, moments).draw(breaking, next);
    }

    /** What stands beside a seam. */
    record Sign(String tier, Instant at, String text) {}

    private Ribbon draw(List<Breaking> breaking, List<Sign> next) {
        var rows = new ArrayList<>(groups.stream().map(this::row).toList());
        rows.add(new Row("Due", "of all tickets"));
        var drawn = new Drawn(bars(), gaps(), passings(next), changes(), ticks(breaking));
        var height = Ribbon.y(rows.size()) + 1;
        return new Ribbon(rows, grid(), drawn, now(), height, words.label(groups));
    }

    private Row row(Group group) {
        var tier = words.tiers().stream()
                .filter(it -> it.id().equals(group.tier()))
                .map(Tier::name)
                .findFirst();
        return new Row(group.name(), tier.orElse(group.tier()));
    }

    private boolean isDay() {
        return span.days() == 1;
    }

    private List<Grid> grid() {
        var grid = new ArrayList<Grid>();
        if (isDay()) {
            for (var hour = 0; hour < 24; hour += 2) {
                var at = span.first().atTime(hour, 0).atZone(span.zone()).toInstant();
                grid.add(new Grid(x(at), isBesideNow(at) ? null : moments.clock(at), false));
            }
        } else {
            span.dates().forEach(date -> grid.add(new Grid(x(span.midnight(date)), DAY.format(date), isToday(date))));
        }
        grid.add(new Grid(percent(1), null, false));
        return grid;
    }

    /** An hour's name would stand under the sign of now. */
    private boolean isBesideNow(Instant at) {
        var past = span.share(moments.now()) - span.share(at);
        return inSpan(moments.now()) && past > -BESIDE_NOW && past < 2 * BESIDE_NOW;
    }

    private boolean isToday(LocalDate date) {
        return moments.dateThere(moments.now()).equals(date);
    }

    private List<Bar> bars() {
        var bars = new ArrayList<Bar>();
        for (var row = 0; row < groups.size(); row++) {
            for (var open : Cover.of(groups.get(row).id(), reigns, span.interval())) {
                bars.add(new Bar(
                        x(open.start()),
                        width(open),
                        Ribbon.y(row),
                        open.contains(moments.now()),
                        isDay() && share(open) >= ROOM_FOR_LABEL ? hours(open) : null));
            }
        }
        return bars;
    }

    private String hours(Interval open) {
        var fromStart = open.start().equals(span.from());
        var toEnd = open.end().equals(span.until());
        if (fromStart && toEnd) {
            return "all day";
        }
        if (fromStart) {
            return "until " + moments.clock(open.end());
        }
        return toEnd
                ? moments.clock(open.start()) + " onwards"
                : moments.clock(open.start()) + " – " + moments.clock(open.end());
    }

    private List<Gap> gaps() {
        var gaps = new ArrayList<Gap>();
        for (var tier : words.tiers()) {
            var rows = rowsOf(tier);
            if (!rows.isEmpty()) {
                words.gaps(tier).forEach(gap -> gaps.add(gap(gap, rows)));
            }
        }
        return gaps;
    }

    private Gap gap(Interval gap, List<Integer> rows) {
        var share = share(gap);
        var middle = percent((span.share(gap.start()) + span.share(gap.end())) / 2);
        var y = Ribbon.y(rows.getFirst()) - 4;
        var height = Ribbon.y(rows.getLast()) + 34 - y;
        var told = isDay() || share >= ROOM_FOR_LENGTH;
        return new Gap(
                x(gap.start()),
                share < THIN ? null : percent(share),
                middle,
                y,
                height,
                told ? Moments.length(gap.length()) : null);
    }

    private List<Integer> rowsOf(Tier tier) {
        return java.util.stream.IntStream.range(0, groups.size())
                .filter(row -> groups.get(row).tier().equals(tier.id()))
                .boxed()
                .toList();
    }

    private List<Passing> passings(List<Sign> next) {
        var passings = new ArrayList<Passing>();
        for (var tier : words.tiers()) {
            var at = span.from();
            for (var i = 0; i < MOST_SEAMS; i++) {
                var seam = Seam.after(at, tier.id(), reigns).orElse(null);
                if (seam == null || !seam.at().isBefore(span.until())) {
                    break;
                }
                at = seam.at();
                if (!seam.crossings(reigns).isEmpty()) {
                    passings.add(passing(seam, next));
                }
            }
        }
        return passings;
    }

    private Passing passing(Seam seam, List<Sign> next) {
        var sign = next.stream()
                .filter(it ->
                        isDay() && it.tier().equals(seam.tier()) && it.at().equals(seam.at()))
                .map(Sign::text)
                .findFirst()
                .orElse(null);
        var giver =
                seam.leaving().isEmpty() ? seam.on().getFirst() : seam.leaving().getFirst();
        return new Passing(x(seam.at()), Ribbon.y(rowOf(giver)) + 4, sign, span.share(seam.at()) > 1 - ROOM_FOR_SIGN);
    }

    private int rowOf(Group group) {
        return groups.stream().map(Group::id).toList().indexOf(group.id());
    }

    /** Where another version takes over. */
    private List<Change> changes() {
        return reigns.changes(span.interval()).stream()
                .map(it -> new Change(
                        x(it.inForceAt()), "version " + it.name(), span.share(it.inForceAt()) > 1 - ROOM_FOR_SIGN))
                .toList();
    }

    private List<Tick> ticks(List<Breaking> breaking) {
        var y = Ribbon.y(groups.size());
        return breaking.stream()
                .map(it -> new Tick(x(it.first()), y, kind(it.first()), it.tickets(), title(it)))
                .toList();
    }

    private String kind(Instant due) {
        if (due.isBefore(moments.now())) {
            return "past";
        }
        return due.isBefore(moments.now().plus(SOON)) ? "late" : "plain";
    }

    private String title(Breaking it) {
        return "%d %s %s"
                .formatted(
                        it.tickets(),
                        it.first().isBefore(moments.now()) ? "past due since" : "due from",
                        moments.brief(it.first()));
    }

    private @Nullable Now now() {
        return inSpan(moments.now())
                ? new Now(span.share(moments.now()), isDay() ? moments.clock(moments.now()) : null)
                : null;
    }

    private boolean inSpan(Instant at) {
        return span.interval().contains(at);
    }

    private String x(Instant at) {
        return percent(span.share(at));
    }

    private String width(Interval open) {
        return percent(share(open));
    }

    private double share(Interval stretch) {
        return span.share(stretch.end()) - span.share(stretch.start());
    }
}
