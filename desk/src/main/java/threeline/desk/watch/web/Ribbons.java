package threeline.desk.watch.web;

import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import threeline.desk.ticket.Holdings;
import threeline.desk.watch.Reigns;
import threeline.desk.watch.Span;
import threeline.desk.watch.web.RibbonDrawing.Sign;
import threeline.desk.watch.web.WatchView.GapCard;
import threeline.desk.watch.web.WatchView.RibbonView;
import threeline.desk.watch.web.WatchView.Steps;
import threeline.desk.watch.web.WatchView.TableRow;
import threeline.desk.web.Moments;
import threeline.promises.calendar.Interval;

/** The ribbons of a day and of its week. */
@Component
class Ribbons {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("EEEE d MMMM", Locale.UK);
    private static final Duration QUARTER = Duration.ofMinutes(15);
    private static final Duration TWO_HOURS = Duration.ofHours(2);
    private static final int MOST = 10_000;
    private static final int TOLD = 4;

    private final Holdings holdings;

    Ribbons(Holdings holdings) {
        this.holdings = holdings;
    }

    RibbonView day(Reigns reigns, LocalDate date, Moments moments, List<Sign> signs) {
        var today = moments.dateThere(moments.now());
        var steps = steps(date.minusDays(1), date.plusDays(1), date.equals(today));
        return view(date.equals(today) ? "Today" : DATE.format(date), Span.day(date, moments.zone()), QUARTER)
                .of(reigns, moments, signs, steps);
    }

    RibbonView week(Reigns reigns, LocalDate date, Moments moments, List<Sign> signs) {
        var span = Span.week(date, moments.zone());
        var fromToday = date.equals(moments.dateThere(moments.now()));
        var steps = steps(date.minusWeeks(1), date.plusWeeks(1), fromToday);
        return view("Seven days from " + (fromToday ? "today" : DATE.format(date)), span, TWO_HOURS)
                .of(reigns, moments, signs, steps);
    }

    /** What of the promised cover nobody keeps in these days. */
    @Nullable
    GapCard gaps(Reigns reigns, Span span, Moments moments) {
        var words = new RibbonWords(reigns, span, moments);
        var sum = Duration.ZERO;
        var told = new ArrayList<String>();
        for (var tier : words.tiers()) {
            var gaps = words.gaps(tier);
            if (!gaps.isEmpty()) {
                sum = gaps.stream().map(Interval::length).reduce(sum, Duration::plus);
                told.add(tier.name() + ": " + shortly(words, gaps));
            }
        }
        return told.isEmpty() ? null : new GapCard(Moments.length(sum), told);
    }

    private static String shortly(RibbonWords words, List<Interval> gaps) {
        var first = words.told(gaps.stream().limit(TOLD).toList(), "");
        return gaps.size() > TOLD ? first + " and " + (gaps.size() - TOLD) + " more" : first;
    }

    private static Steps steps(LocalDate earlier, LocalDate later, boolean here) {
        return new Steps("/watch?date=" + earlier, "/watch?date=" + later, here ? null : "/watch");
    }

    private Titled view(String title, Span span, Duration step) {
        return new Titled(title, span, step);
    }

    /** A ribbon to be. */
    private final class Titled {

        private final String title;
        private final Span span;
        private final Duration step;

        private Titled(String title, Span span, Duration step) {
            this.title = title;
            this.span = span;
            this.step = step;
        }

        RibbonView of(Reigns reigns, Moments moments, List<Sign> signs, Steps steps) {
            var breaking = holdings.breaking(span.from(), span.until(), step, MOST);
            var picture = RibbonDrawing.of(reigns, span, moments, breaking, signs);
            var words = new RibbonWords(reigns, span, moments);
            return new RibbonView(title, picture, words.feasts(), table(words, picture), steps);
        }
    }

    private static List<TableRow> table(RibbonWords words, Ribbon picture) {
        var rows = new ArrayList<TableRow>();
        for (var tier : words.tiers()) {
            words.groups(tier)
                    .forEach(group -> rows.add(new TableRow(group.name(), tier.name(), words.cover(group), false)));
            var gaps = words.gaps(tier);
            if (!gaps.isEmpty()) {
                rows.add(new TableRow("Nobody", tier.name(), words.told(gaps, ""), true));
            }
        }
        words.changes().forEach(it -> rows.add(new TableRow("Charter", "all tiers", it, false)));
        var due = picture.drawn().ticks().stream().map(Ribbon.Tick::title).toList();
        rows.add(new TableRow(
                "Due", "all tickets", due.isEmpty() ? "nothing in these days" : String.join(", ", due), false));
        return rows;
    }
}
