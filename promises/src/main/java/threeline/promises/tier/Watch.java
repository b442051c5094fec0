package threeline.promises.tier;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import threeline.promises.calendar.Calendar;
import threeline.promises.calendar.Calendars;

/** Who is there now: the groups of a ladder with the hours that they cover. */
public final class Watch {

    /** A group, and when it is there. */
    private record Post(Group group, Calendar cover) {}

    private final Map<String, Calendar> covers = new HashMap<>();
    private final Map<String, List<Post>> posts = new HashMap<>();
    private final String language;

    /** Of groups that don't say what they speak, all speak {@code language}. */
    public Watch(Ladder ladder, Calendars calendars, String language) {
        this.language = language;
        for (var group : ladder.groups()) {
            var cover = group.covers() == null ? Calendar.ALWAYS : calendars.get(group.covers());
            covers.put(group.id(), cover);
            posts.computeIfAbsent(group.tier(), _ -> new ArrayList<>()).add(new Post(group, cover));
        }
    }

    /** The hours that a group covers; always, where it doesn't say. */
    public Calendar cover(Group group) {
        return covers.getOrDefault(group.id(), Calendar.ALWAYS);
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
        return Optional.ofNullable(best(wanted, at)).map(Post::group);
    }

    /** The same among those on watch only. */
    public Optional<Group> groupOnWatch(Wanted wanted, Instant at) {
        var best = best(wanted, at);
        return best == null || !best.cover().isOpen(at) ? Optional.empty() : Optional.of(best.group());
    }

    private @Nullable Post best(Wanted wanted, Instant at) {
        Post best = null;
        for (var post : on(wanted.tier())) {
            if (post.group().serves(wanted.organization()) && (best == null || suits(post, best, wanted, at))) {
                best = post;
            }
        }
        return best;
    }

    /** Better than another; of equals the charter's order decides. */
    private boolean suits(Post post, Post other, Wanted wanted, Instant at) {
        var skills = post.group().skills();
        var others = other.group().skills();
        if (skills.takes(wanted.severity()) != others.takes(wanted.severity())) {
            return skills.takes(wanted.severity());
        }
        var order = opens(post, at).compareTo(opens(other, at));
        if (order != 0) {
            return order < 0;
        }
        var asked = wanted.language() == null ? language : wanted.language();
        return skills.speaks(asked, language) != others.speaks(asked, language)
                ? skills.speaks(asked, language)
                : skills.knows(wanted.knowledge()) && !others.knows(wanted.knowledge());
    }

    private static Instant opens(Post post, Instant at) {
        var opens = post.cover().opensAt(at);
        return opens == null ? Instant.MAX : opens;
    }

    private List<Post> on(String tier) {
        return posts.getOrDefault(tier, List.of());
    }

    /** The next instant after this one at which a group of the tier comes or goes; null where none ever does. */
    public @Nullable Instant seamAfter(String tier, Instant at) {
        Instant next = null;
        for (var post : on(tier)) {
            var seam = post.cover().seamAfter(at);
            next = seam == null || next != null && next.isBefore(seam) ? next : seam;
        }
        return next;
    }

    /** The next instant after this one at which a group comes or goes; null where it never does. */
    public @Nullable Instant seamAfter(Group group, Instant at) {
        return cover(group).seamAfter(at);
    }

    public List<Group> on(String tier, Instant at) {
        return on(tier).stream()
                .filter(post -> post.cover().isOpen(at))
                .map(Post::group)
                .toList();
    }
}
