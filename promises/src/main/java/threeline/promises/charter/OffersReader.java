package threeline.promises.charter;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import threeline.promises.calendar.Hours;
import threeline.promises.sla.Limit;
import threeline.promises.sla.Metric;
import threeline.promises.sla.Target;
import threeline.promises.source.Bad;
import threeline.promises.source.Form;
import threeline.promises.source.Key;
import threeline.promises.source.Kinds;
import threeline.promises.source.Names.Sort;
import threeline.promises.source.Scalars;
import threeline.promises.source.Schema;
import threeline.promises.source.Section;

/** Reads what the desk sells and delivers: packages, releases, and the vendors behind. */
final class OffersReader {

    private static final Pattern INCLUDED = Pattern.compile("(\\S+) per (\\w+)");

    private static final Key<String> NAME = Key.of("name", Scalars.TEXT, "what people call it; else its key");
    private static final Key<String> NUMBER = Key.of("number", Scalars.TEXT, "its telephone number");
    private static final Key<String> ADDRESS = Key.of("address", Scalars.TEXT, "its mail or web address");
    private static final Key<Target> TARGET =
            Key.of("target", TargetsReader.target(Metric.VENDOR), "how soon it answers us");
    private static final Key<Limit> CHASE = Key.of("chase", Limits.LIMIT, "after how long without an answer we chase");
    private static final Section VENDOR = Section.of(
            "a vendor", "the maker of what fails, with a clock of its own", NAME, NUMBER, ADDRESS, TARGET, CHASE);

    private static final Key<Map<String, Hours>> CALENDARS = Key.of(
            "calendars",
            Kinds.named(Sort.CALENDAR, HoursReader.HOURS),
            "calendars that it overrides, for promises to its buyers; those derived from them are derived again");
    private static final Key<Map<String, Map<Metric, Target>>> TARGETS =
            Key.of("targets", new BySeverity(), "targets that it overrides, by severity and metric");
    private static final Key<Map<String, Channel>> CHANNELS =
            Key.of("channels", Kinds.named(Sort.CHANNEL, ChannelReader.CHANNEL), "channels that it overrides or adds");
    private static final Key<Offer.Included> INCLUDED_TIME = Key.of(
            "included",
            Scalars.scalar("an amount, such as 10h per month", OffersReader::included, Schema.of("type", "string")),
            "handling time that it includes");
    private static final Section PACKAGE =
            Section.of("a package", "what organizations may buy", NAME, CALENDARS, TARGETS, CHANNELS, INCLUDED_TIME);

    static final Key<Map<String, Offer>> PACKAGES = Key.of(
            "packages",
            Kinds.named(Sort.PACKAGE, Kinds.section(PACKAGE, OffersReader::offer)),
            "what organizations may buy, each overriding by name what it names");
    static final Key<List<LocalDate>> RELEASES =
            Key.of("releases", Kinds.some(Scalars.DATE), "the dates of releases, on which next-release hangs");
    static final Key<Map<String, Vendor>> VENDORS = Key.of(
            "vendors",
            Kinds.named(Sort.VENDOR, Kinds.section(VENDOR, OffersReader::vendor)),
            "makers of what fails, how they are reached and what they owe");

    private OffersReader() {}

    static Offers offers(Form form) {
        return new Offers(form.get(PACKAGES, Map.of()), form.get(RELEASES, List.of()), form.get(VENDORS, Map.of()));
    }

    private static Offer offer(Form form) {
        return new Offer(
                form.name(),
                form.get(NAME, form.name()),
                form.get(CALENDARS, Map.of()),
                form.get(TARGETS, Map.of()),
                form.get(CHANNELS, Map.of()),
                form.get(INCLUDED_TIME));
    }

    private static Vendor vendor(Form form) {
        var number = form.get(NUMBER);
        var reach = new Channel.Reach(
                form.get(NAME, form.name()), number == null ? List.of() : List.of(number), form.get(ADDRESS));
        return new Vendor(form.name(), reach.name(), reach, form.get(TARGET), form.get(CHASE));
    }

    private static Offer.Included included(String text) {
        var match = INCLUDED.matcher(text);
        if (!match.matches()) {
            throw new Bad("\"" + text + "\" is no amount in a period", "write 10h per month");
        }
        return new Offer.Included(Texts.duration(match.group(1)), match.group(2));
    }
}
