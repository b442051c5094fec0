package threeline.promises.tier;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import threeline.promises.calendar.Calendar;
import threeline.promises.calendar.Calendars;

/** Who is there now: the groups of a ladder with the hours that they cover. */
public final class Watch {

    private final Ladder ladder;
    private final Calendars calendars;
    private final String language;

    /** Of groups that don't say what they speak, all speak {@code language}. */
    public Watch(Ladder ladder, Calendars calendars, String language) {
        this.ladder = ladder;
        this.calendars = calendars;
        this.language = language;
    }

    /** The hours that a group covers; always, where it doesn't say. */
    public Calendar cover(Group group) {
        return group.covers() == null ? Calendar.ALWAYS : calendars.get(group.covers());
    }

    public boolean isOn(Group group, Instant at) {
        return cover(group).isOpen(at);
    }

    /**
     * Where a ticket goes that enters a tier: the first group on watch, those that speak the requester's language before
     * others, then those that know what it is about; where none is on watch, the one that opens soonest. A group takes a
     * severity that isn't its own only where none of the tier takes it, for somebody must hold the ticket; the ticket of an
     * organization that it may not see it never gets.
     */
    public Optional<Group> groupFor(Wanted wanted, Instant at) {
        return ladder.on(wanted.tier()).stream()
                .filter(group -> group.serves(wanted.organization()))
                .min(Comparator.comparing((Group group) -> !group.skills().takes(wanted.severity()))
                        .thenComparing(group -> opens(group, at))
                        .thenComparing(group -> !speaks(group, wanted.language()))
                        .thenComparing(group -> !knows(group, wanted)));
    }

    /** The same among those on watch only. */
    public Optional<Group> groupOnWatch(Wanted wanted, Instant at) {
        return groupFor(wanted, at).filter(group -> isOn(group, at));
    }

    /** The next instant after this one at which a group of the tier comes or goes; null where none ever does. */
    public @Nullable Instant seamAfter(String tier, Instant at) {
        return ladder.on(tier).stream()
                .map(group -> seamAfter(group, at))
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /** The next instant after this one at which a group comes or goes; null where it never does. */
    public @Nullable Instant seamAfter(Group group, Instant at) {
        var cover = cover(group);
        return cover.isOpen(at) ? cover.closesAt(at) : cover.opensAt(at);
    }

    public List<Group> on(String tier, Instant at) {
        return ladder.on(tier).stream().filter(group -> isOn(group, at)).toList();
    }

    private Instant opens(Group group, Instant at) {
        var opens = cover(group).opensAt(at);
        return opens == null ? Instant.MAX : opens;
    }

    private boolean speaks(Group group, @Nullable String wanted) {
        var spoken = group.skills().speak();
        var asked = wanted == null ? language : wanted;
        return spoken.isEmpty() ? asked.equals(language) : spoken.contains(asked);
    }

    private static boolean knows(Group group, Wanted wanted) {
        return wanted.knowledge().stream().anyMatch(group.skills().know()::contains);
    }
}
