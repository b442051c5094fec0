package threeline.desk.ticket.web;

import java.util.Set;
import threeline.desk.ticket.Holdings.Wanted;
import threeline.desk.ticket.View;

/**
 * A list of tickets as a page: a view of the desk, or what a group or a tier holds.
 *
 * @param word names it in addresses
 * @param path its address, below the desk's own
 * @param noun what its tickets are: {@code 12 open}
 * @param grouped whether its tickets are grouped by what breaks when
 */
public record Listing(
        String word, String title, String path, String noun, boolean grouped, Nothing nothing, Selection selection) {

    static final String MY_GROUPS = "my-groups";
    static final String FOLLOWED_UP = "followed-up";

    /** What an empty one says. */
    public record Nothing(String title, String text) {}

    /** Which tickets it has. */
    public sealed interface Selection {

        record OfView(View view) implements Selection {}

        record Holding(Wanted wanted) implements Selection {}

        /** What nobody has touched for longest first. */
        record FollowedUp(Wanted wanted) implements Selection {}
    }

    public String emptyTitle() {
        return nothing.title();
    }

    public String emptyText() {
        return nothing.text();
    }

    /** What the groups of an agent hold. */
    static Listing ofMyGroups(Set<String> groups) {
        var mine = groups.isEmpty() ? Set.of("") : groups; // no group has that name, so it is empty
        return new Listing(
                MY_GROUPS,
                "My groups",
                "/queue/" + MY_GROUPS,
                "held by your groups",
                true,
                new Nothing("Your groups hold nothing", "What comes to one of your groups appears here."),
                new Selection.Holding(Wanted.ofGroups(mine)));
    }

    /** What went past the first tier: a list that somebody works, so that nothing up there is forgotten. */
    static Listing ofFollowedUp(Set<String> tiers) {
        return new Listing(
                FOLLOWED_UP,
                "Being followed up",
                "/queue/" + FOLLOWED_UP,
                "past the first tier, the longest untouched on top",
                false,
                new Nothing("Nothing is past the first tier", "What is escalated appears here until it is resolved."),
                new Selection.FollowedUp(new Wanted(Set.of(), tiers, Set.of())));
    }

    static Listing ofGroup(String id, String name) {
        return new Listing(
                "group:" + id,
                name,
                "/queue/group/" + id,
                "held by the group",
                true,
                new Nothing(name + " holds nothing", "What comes to the group appears here, what breaks first on top."),
                new Selection.Holding(Wanted.of(id)));
    }

    static Listing ofTier(String id, String name) {
        return new Listing(
                "tier:" + id,
                name,
                "/queue/tier/" + id,
                "on this tier",
                true,
                new Nothing("Nothing is on " + name, "What comes to the tier appears here, what breaks first on top."),
                new Selection.Holding(Wanted.onTier(id)));
    }
}
