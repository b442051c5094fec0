package threeline.desk.watch.web;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import threeline.desk.contract.Charters;
import threeline.desk.watch.Reigns;
import threeline.desk.watch.Seam;
import threeline.desk.watch.Span;
import threeline.desk.watch.web.RibbonDrawing.Sign;
import threeline.desk.watch.web.WatchView.Coming;
import threeline.desk.watch.web.WatchView.GroupRow;
import threeline.desk.watch.web.WatchView.NextSeam;
import threeline.desk.watch.web.WatchView.TierCard;
import threeline.desk.web.Frame;
import threeline.desk.web.Moments;
import threeline.promises.charter.Charter;
import threeline.promises.tier.Group;
import threeline.promises.tier.Tier;

/** Puts the watch's page together: what the charter says, and what the groups hold. */
@Component
@Transactional(readOnly = true)
class WatchPages {

    private static final DateTimeFormatter NOW = DateTimeFormatter.ofPattern("EEEE d MMMM, HH:mm", Locale.UK);

    private final Charters charters;
    private final Held held;
    private final Ribbons ribbons;
    private final KnownReigns known;

    WatchPages(Charters charters, KnownReigns known, Held held, Ribbons ribbons) {
        this.charters = charters;
        this.known = known;
        this.held = held;
        this.ribbons = ribbons;
    }

    ZoneId zone() {
        return charters.current().charter().zone();
    }

    WatchView of(LocalDate date, Frame frame) {
        var charter = charters.current().charter();
        var moments = new Moments(charter.zone(), frame.now());
        var reigns = known.now();
        var seams = new Seams(reigns, moments);
        var passing = charter.tiers().stream()
                .flatMap(tier -> seams.nextPassing(tier).stream())
                .toList();
        var crossings = passing.stream()
                .map(seam -> held.crossing(seam, reigns, moments, frame))
                .toList();
        var signs = signs(passing, crossings);
        return new WatchView(
                coming(reigns, moments),
                NOW.format(frame.now().atZone(charter.zone())) + " in " + place(charter.zone()),
                charter.tiers().stream()
                        .map(tier -> card(tier, seams, passing, crossings))
                        .toList(),
                ribbons.gaps(reigns, Span.week(date, charter.zone()), moments),
                ribbons.day(reigns, date, moments, signs),
                ribbons.week(reigns, date, moments, signs),
                charter.tiers().stream()
                        .flatMap(tier -> groups(tier, charter, moments).stream())
                        .toList(),
                crossings);
    }

    private static @Nullable Coming coming(Reigns reigns, Moments moments) {
        var last = reigns.versions().getLast();
        return last.inForceAt().isAfter(moments.now())
                ? new Coming(last.name(), moments.start(last.inForceAt()))
                : null;
    }

    private static String place(ZoneId zone) {
        var id = zone.getId();
        return id.substring(id.lastIndexOf('/') + 1).replace('_', ' ');
    }

    private static List<Sign> signs(List<Seam> passing, List<WatchView.CrossingView> crossings) {
        var signs = new ArrayList<Sign>();
        for (var i = 0; i < passing.size(); i++) {
            var count = crossings.get(i).count();
            if (!count.equals("0")) {
                signs.add(new Sign(passing.get(i).tier(), passing.get(i).at(), count + " will cross"));
            }
        }
        return signs;
    }

    private static TierCard card(Tier tier, Seams seams, List<Seam> passing, List<WatchView.CrossingView> crossings) {
        var charter = seams.charter();
        var on = charter.watch().on(tier.id(), seams.moments().now());
        var next = seams.next(tier);
        return new TierCard(
                tier.name(),
                Math.clamp(charter.tiers().indexOf(tier), 0, 2),
                on.stream().map(Group::name).toList(),
                seams.until(tier, on),
                next.map(seam -> new NextSeam(
                                seams.told(seam),
                                crossing(seam, passing, crossings)
                                        .map(it -> willCross(it.count()))
                                        .orElse(null),
                                crossing(seam, passing, crossings)
                                        .map(WatchView.CrossingView::anchor)
                                        .orElse(null)))
                        .orElse(null));
    }

    private static Optional<WatchView.CrossingView> crossing(
            Seam seam, List<Seam> passing, List<WatchView.CrossingView> crossings) {
        var place = passing.indexOf(seam);
        return place < 0 ? Optional.empty() : Optional.of(crossings.get(place));
    }

    private static String willCross(String count) {
        return switch (count) {
            case "0" -> "No ticket will cross as things stand";
            case "1" -> "1 ticket will cross";
            default -> count + " tickets will cross";
        };
    }

    private List<GroupRow> groups(Tier tier, Charter charter, Moments moments) {
        return charter.ladder().on(tier.id()).stream()
                .map(group -> group(group, tier, charter, moments))
                .toList();
    }

    private GroupRow group(Group group, Tier tier, Charter charter, Moments moments) {
        var on = charter.watch().isOn(group, moments.now());
        var seam = charter.watch().seamAfter(group, moments.now());
        var change = seam == null ? null : moments.brief(seam);
        return new GroupRow(
                group.name(),
                "/queue/group/" + group.id(),
                tier.name(),
                watch(on, change),
                on,
                held.open(group),
                tier.acceptance() == null ? null : held.unaccepted(group));
    }

    private static String watch(boolean on, @Nullable String change) {
        if (change == null) {
            return on ? "always on watch" : "never on watch";
        }
        return on ? "on watch until " + change : "off watch, back " + change;
    }
}
