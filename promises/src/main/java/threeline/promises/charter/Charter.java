package threeline.promises.charter;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import threeline.promises.calendar.Calendar;
import threeline.promises.calendar.Calendars;
import threeline.promises.calendar.Region;
import threeline.promises.source.Places;
import threeline.promises.tier.Group;
import threeline.promises.tier.Ladder;
import threeline.promises.tier.Tier;
import threeline.promises.tier.Watch;

/** Everything a desk promises and how it works, as one immutable value; read from a file by {@link CharterFile}. */
public record Charter(
        Desk desk,
        Calendars calendars,
        Ladder ladder,
        Severities severities,
        WaysIn waysIn,
        Practice practice,
        Offers offers,
        Written written) {

    /** Where everything stands in its file, and what earlier versions called what this one renames. */
    public record Written(Places places, Renames renames) {}

    public String name() {
        return desk.name();
    }

    public String prefix() {
        return desk.prefix();
    }

    public ZoneId zone() {
        return desk.zone();
    }

    public Calendar calendar(String name) {
        return calendars.get(name);
    }

    public List<Tier> tiers() {
        return ladder.tiers();
    }

    public List<Group> groups() {
        return ladder.groups();
    }

    public Tier tier(String id) {
        return ladder.tier(id).orElseThrow(() -> unknown("tier", id));
    }

    public Group group(String id) {
        return ladder.group(id).orElseThrow(() -> unknown("group", id));
    }

    public Severity severity(String id) {
        return severities.find(id).orElseThrow(() -> unknown("severity", id));
    }

    public Severity defaultSeverity() {
        return severity(severities.byDefault());
    }

    public Optional<Hold> hold(String id) {
        return Optional.ofNullable(practice.holds().get(id));
    }

    public Map<String, Hold> holds() {
        return practice.holds();
    }

    public Map<String, Channel> channels() {
        return waysIn.channels();
    }

    /** The channel of that name, or the only one of that kind. */
    public Optional<Channel> channel(String nameOrKind) {
        return waysIn.channel(nameOrKind);
    }

    /** The channels by which a severity may come. */
    public List<Channel> ways(Severity severity) {
        return severity.via().isEmpty()
                ? List.copyOf(channels().values())
                : severity.via().stream()
                        .map(this::channel)
                        .flatMap(Optional::stream)
                        .toList();
    }

    /** The groups with the hours that they cover: the desk's own, whatever is promised to whom. */
    public Watch watch() {
        return new Watch(ladder, calendars, desk.language());
    }

    public Places places() {
        return written.places();
    }

    /**
     * What is promised to an organization: with its package's overrides, its zone where a calendar states none, and its
     * holidays in the place of others. Groups' cover and stays are the desk's own and are read from the charter itself.
     */
    public Charter promisedTo(@Nullable String bought, @Nullable ZoneId itsZone, @Nullable Region itsHolidays) {
        var offer = bought == null ? null : offers.packages().get(bought);
        var base = offer == null ? this : with(offer);
        return base.with(base.calendars.readFor(itsZone, itsHolidays));
    }

    private Charter with(Offer offer) {
        return new Charter(
                desk,
                calendars.with(offer.calendars()),
                ladder,
                severities.with(offer.targets()),
                waysIn.with(offer.channels()),
                practice,
                offers,
                written);
    }

    private Charter with(Calendars others) {
        return new Charter(desk, others, ladder, severities, waysIn, practice, offers, written);
    }

    private static IllegalArgumentException unknown(String sort, String id) {
        return new IllegalArgumentException("the charter has no %s %s".formatted(sort, id));
    }
}
