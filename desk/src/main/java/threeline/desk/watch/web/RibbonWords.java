package threeline.desk.watch.web;

import static java.util.stream.Collectors.joining;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import threeline.desk.watch.Cover;
import threeline.desk.watch.Feasts;
import threeline.desk.watch.Reigns;
import threeline.desk.watch.Span;
import threeline.desk.web.Moments;
import threeline.promises.calendar.Interval;
import threeline.promises.tier.Group;
import threeline.promises.tier.Tier;

/** A ribbon for those who can't see it, and for everybody who would rather read. */
record RibbonWords(Reigns reigns, Span span, Moments moments) {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("EEEE d MMMM", Locale.UK);

    /** The picture in a sentence; the table below it has the rest. */
    String label(List<Group> groups) {
        var gaps = tiers().stream().mapToInt(tier -> gaps(tier).size()).sum();
        return "%s. %d %s; %s. The same stands in the table below."
                .formatted(
                        dates(),
                        groups.size(),
                        groups.size() == 1 ? "group" : "groups",
                        gaps == 0 ? "no gap in the cover" : gaps + (gaps == 1 ? " gap" : " gaps") + " in the cover");
    }

    List<Tier> tiers() {
        return reigns.tiers(span.interval());
    }

    List<Group> groups(Tier tier) {
        return reigns.groups(tier.id(), span.interval());
    }

    /** {@code version 2 from Thu 26 Nov 00:00}, of those that take over in these days. */
    List<String> changes() {
        return reigns.changes(span.interval()).stream()
                .map(it -> "version %s from %s".formatted(it.name(), moments.start(it.inForceAt())))
                .toList();
    }

    /** {@code Christmas Day on Friday 25 December}: why nobody may be there. */
    List<String> feasts() {
        return Feasts.in(span, reigns).stream()
                .map(it -> it.name() + " on " + DATE.format(it.date()))
                .toList();
    }

    private String dates() {
        var last = span.first().plusDays(span.days() - 1L);
        return span.days() == 1 ? DATE.format(span.first()) : DATE.format(span.first()) + " to " + DATE.format(last);
    }

    /** When a group is there. */
    String cover(Group group) {
        return told(Cover.of(group.id(), reigns, span.interval()), "not in these days");
    }

    /** When nobody of the tier is there though the charter promises it. */
    List<Interval> gaps(Tier tier) {
        return Cover.gaps(tier.id(), reigns, span.interval());
    }

    String told(List<Interval> stretches, String none) {
        return stretches.isEmpty() ? none : stretches.stream().map(this::told).collect(joining(", "));
    }

    /** {@code 09:30–17:30}, in a week with its days; {@code 24:00} ends a day. */
    private String told(Interval it) {
        if (it.equals(span.interval())) {
            return "all the time";
        }
        var start = span.days() == 1 ? "" : moments.weekday(it.start()) + " ";
        return start + moments.clock(it.start()) + "–" + end(it);
    }

    private String end(Interval it) {
        var lastDay = moments.dateThere(it.end().minusNanos(1));
        var clock = moments.dateThere(it.end()).equals(lastDay) ? moments.clock(it.end()) : "24:00";
        return lastDay.equals(moments.dateThere(it.start()))
                ? clock
                : moments.weekday(it.end().minusNanos(1)) + " " + clock;
    }
}
