package threeline.promises.charter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import threeline.promises.calendar.Hours;
import threeline.promises.source.Code;
import threeline.promises.source.Findings;
import threeline.promises.source.Names.Sort;
import threeline.promises.source.Places;
import threeline.promises.source.Reader;
import threeline.promises.tier.Group;
import threeline.promises.tier.Ladder;
import threeline.promises.tier.Tier;

/** Puts together what was read section by section, where one needs to know of others. */
final class Assembly {

    private final Reader reader;
    private final Findings findings;
    private final Places places;

    Assembly(Reader reader) {
        this.reader = reader;
        this.findings = reader.findings();
        this.places = reader.places();
    }

    Ladder ladder(Map<String, TierReader.Declared> declared, Map<String, GroupReader.Declared> groups) {
        var tiers = new ArrayList<Tier>();
        for (var each : declared.values()) {
            tiers.add(TierReader.withUsualWays(each.tier(), tiers.isEmpty()));
        }
        if (tiers.isEmpty()) {
            tiers.add(TierReader.only());
            reader.names().declare(Sort.TIER, tiers.getFirst().id());
        }
        var first = tiers.getFirst().id();
        return new Ladder(
                tiers,
                groups.values().stream().map(it -> onTier(it.group(), first)).toList());
    }

    private static Group onTier(Group group, String first) {
        var tier = group.tier().isEmpty() ? first : group.tier();
        return new Group(
                group.id(),
                group.name(),
                tier,
                group.covers(),
                group.skills(),
                group.people(),
                group.outside(),
                group.rights());
    }

    Map<String, Category> categories(Map<String, CategoryReader.Declared> declared, Ladder ladder) {
        var categories = new LinkedHashMap<String, Category>();
        for (var each : declared.values()) {
            var category = each.category();
            var tiers = category.tiers().isEmpty()
                    ? List.of(ladder.tiers().getFirst().id())
                    : category.tiers();
            categories.put(category.id(), new Category(category.id(), category.name(), tiers, category.examples()));
        }
        return categories;
    }

    @Nullable
    Severities severities(Map<String, SeverityReader.Declared> declared) {
        if (declared.isEmpty()) {
            return null;
        }
        var defaults = declared.values().stream()
                .filter(SeverityReader.Declared::byDefault)
                .toList();
        var all = declared.values().stream()
                .map(SeverityReader.Declared::severity)
                .toList();
        if (defaults.size() > 1) {
            var second = defaults.get(1).severity().id();
            findings.error(
                    Code.VALUE_CONFLICT,
                    places.of("severities", second, "default"),
                    "\"%s\" and \"%s\" are both the default"
                            .formatted(defaults.getFirst().severity().id(), second),
                    "what comes in without a severity could get either",
                    "keep default: true on one of them");
        }
        return new Severities(
                all,
                defaults.isEmpty()
                        ? all.getLast().id()
                        : defaults.getFirst().severity().id());
    }

    Renames renames(
            Map<String, SeverityReader.Declared> severities,
            Map<String, TierReader.Declared> tiers,
            Map<String, GroupReader.Declared> groups,
            Map<String, CategoryReader.Declared> categories) {
        var renames = new Renames(new HashMap<>(), new HashMap<>(), new HashMap<>(), new HashMap<>());
        severities.forEach(
                (id, it) -> it.was().forEach(was -> renames.severities().put(was, id)));
        tiers.forEach((id, it) -> it.was().forEach(was -> renames.tiers().put(was, id)));
        groups.forEach((id, it) -> it.was().forEach(was -> renames.groups().put(was, id)));
        categories.forEach(
                (id, it) -> it.was().forEach(was -> renames.categories().put(was, id)));
        return renames;
    }

    /** Whether no calendar is defined by itself, which nobody could read; neither as a package overrides them. */
    boolean calendarsAreSound(Map<String, Hours> hours, Offers offers) {
        var sound = areSound(hours, hours.keySet(), "calendars");
        for (var offer : offers.packages().values()) {
            var overridden = new HashMap<>(hours);
            overridden.putAll(offer.calendars());
            sound &= areSound(overridden, offer.calendars().keySet(), "packages", offer.id(), "calendars");
        }
        return sound;
    }

    private boolean areSound(Map<String, Hours> hours, Set<String> names, String... path) {
        var sound = true;
        for (var name : names) {
            if (Circle.runsThrough(name, hours)) {
                sound = false;
                var place = Arrays.copyOf(path, path.length + 1);
                place[path.length] = name;
                findings.error(
                        Code.VALUE_BAD,
                        places.of(place),
                        "the calendar \"%s\" is defined by itself".formatted(name),
                        "give one of the calendars in the circle days of its own");
            }
        }
        return sound;
    }
}
