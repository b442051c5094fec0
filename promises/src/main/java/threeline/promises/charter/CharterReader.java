package threeline.promises.charter;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import threeline.promises.calendar.Calendars;
import threeline.promises.calendar.Hours;
import threeline.promises.source.Bad;
import threeline.promises.source.Form;
import threeline.promises.source.Key;
import threeline.promises.source.Kind;
import threeline.promises.source.Kinds;
import threeline.promises.source.Names.Sort;
import threeline.promises.source.Scalars;
import threeline.promises.source.Schema;
import threeline.promises.source.Section;

/** Reads a whole charter, section by section. */
final class CharterReader {

    private static final Key<String> DESK = Key.needed("desk", Scalars.TEXT, "the name of the desk");
    private static final Key<String> PREFIX = Key.needed(
            "prefix",
            Scalars.scalar(
                    "a prefix",
                    CharterReader::prefix,
                    Schema.of("type", "string").and("pattern", "^[A-Z][A-Z0-9]{1,9}$")),
            "begins the reference of each ticket: EXA-1, EXA-2");
    private static final Key<ZoneId> ZONE =
            Key.needed("zone", Scalars.ZONE, "the zone of all local times here, such as Europe/London");
    private static final Key<List<String>> LANGUAGES =
            Key.of("languages", Kinds.some(Scalars.TEXT), "languages of its support, its own first; else en");
    private static final Key<Map<String, String>> WORDS = Key.of(
            "words", Kinds.open(Scalars.TEXT), "what this desk calls things on its pages: { severity: priority }");
    private static final Key<Map<String, Hours>> CALENDARS = Key.of(
            "calendars", Kinds.named(Sort.CALENDAR, HoursReader.HOURS), "opening hours by name; always is built in");
    private static final Key<Map<String, TierReader.Declared>> TIERS =
            Key.of("tiers", Kinds.named(Sort.TIER, TierReader.TIER), "levels of support, the lowest first");
    private static final Key<Map<String, GroupReader.Declared>> GROUPS =
            Key.of("groups", Kinds.named(Sort.GROUP, GroupReader.GROUP), "teams and their watches");
    private static final Key<Map<String, SeverityReader.Declared>> SEVERITIES = Key.needed(
            "severities", Kinds.named(Sort.SEVERITY, SeverityReader.SEVERITY), "how bad things are, the highest first");
    private static final Key<Map<String, Channel>> CHANNELS = Key.of(
            "channels",
            Kinds.named(Sort.CHANNEL, ChannelReader.CHANNEL),
            "ways in, the preferred first; without, all kinds are open to everybody");
    private static final Key<Map<String, CategoryReader.Declared>> CATEGORIES =
            Key.of("categories", Kinds.named(Sort.CATEGORY, CategoryReader.CATEGORY), "what tickets are about");
    private static final Key<Map<String, String>> APPLICATIONS =
            Key.of("applications", Kinds.named(Sort.APPLICATION, Scalars.TEXT), "applications supported, by name");
    private static final Key<Map<String, Role>> ROLES =
            Key.of("roles", Kinds.open(PracticeReader.A_ROLE), "parts that people play, and what they may do");

    static final Section SECTION = Section.of(
            "a charter",
            "what a support desk promises and how it works",
            DESK,
            PREFIX,
            ZONE,
            LANGUAGES,
            WORDS,
            CALENDARS,
            TIERS,
            GROUPS,
            SEVERITIES,
            PracticeReader.HOLDS,
            CHANNELS,
            CATEGORIES,
            APPLICATIONS,
            ROLES,
            PracticeReader.ACTS,
            PracticeReader.PROCESS,
            PracticeReader.CLOSE_AFTER,
            OffersReader.RELEASES,
            OffersReader.PACKAGES,
            OffersReader.VENDORS,
            PracticeReader.NOTIFICATIONS);

    static final Kind<Charter> CHARTER = Kinds.section(SECTION, CharterReader::charter);

    private CharterReader() {}

    private static @Nullable Charter charter(Form form) {
        BuiltIn.declare(form.reader().names());
        var zone = form.get(ZONE, ZoneOffset.UTC);
        var desk = new Desk(
                form.get(DESK, ""),
                form.get(PREFIX, ""),
                zone,
                form.get(LANGUAGES, List.of("en")),
                form.get(WORDS, Map.of()));
        var hours = form.get(CALENDARS, Map.of());
        var tiers = form.get(TIERS, Map.of());
        var groups = form.get(GROUPS, Map.of());
        var severities = form.get(SEVERITIES, Map.of());
        var channels = form.get(CHANNELS, Map.of());
        var categories = form.get(CATEGORIES, Map.of());
        var assembly = new Assembly(form.reader());
        var ladder = assembly.ladder(tiers, groups);
        var ways = new WaysIn(
                channels,
                assembly.categories(categories, ladder),
                form.get(APPLICATIONS, Map.of()),
                form.get(ROLES, Map.of()));
        var practice = PracticeReader.practice(form);
        var offers = OffersReader.offers(form);
        BuiltIn.declareKinds(ways, offers, form.reader().names());
        var byDefault = assembly.severities(severities);
        var renames = assembly.renames(severities, tiers, groups, categories);
        if (byDefault == null || !assembly.calendarsAreSound(hours, offers)) {
            return null;
        }
        var written = new Charter.Written(form.reader().places(), renames);
        return new Charter(desk, Calendars.of(zone, hours), ladder, byDefault, ways, practice, offers, written);
    }

    private static String prefix(String text) {
        if (!text.matches("[A-Z][A-Z0-9]{1,9}")) {
            throw new Bad("\"" + text + "\" is no prefix", "write 2 to 10 capital letters, such as EXA");
        }
        return text;
    }
}
