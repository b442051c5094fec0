package threeline.promises.check;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import threeline.promises.calendar.Hours;
import threeline.promises.source.Code;
import threeline.promises.tier.Group;

/** A group that no ticket goes to, since another of its tier always comes first. */
final class GroupOrphan implements Rule {

    @Override
    public void look(Look look) {
        for (var tier : look.charter().tiers()) {
            var groups = look.charter().ladder().on(tier.id());
            for (int i = 1; i < groups.size(); i++) {
                look(look, groups.get(i), groups.subList(0, i));
            }
        }
    }

    private static void look(Look look, Group group, List<Group> earlier) {
        for (var other : earlier) {
            if (alwaysGoesFirst(look, other, group)) {
                look.findings()
                        .warning(
                                Code.TIER_ORPHAN,
                                look.place("groups", group.id()),
                                "no ticket goes to %s by itself: %s is there whenever it is, and comes first"
                                        .formatted(group.name(), other.name()),
                                "its people see only what somebody assigns to them",
                                "let it know, speak or cover something that the other doesn't");
                return;
            }
        }
    }

    private static boolean alwaysGoesFirst(Look look, Group other, Group group) {
        return takesAllThat(other, group)
                && languages(look, other).containsAll(languages(look, group))
                && other.skills().know().containsAll(group.skills().know())
                && group.people().isEmpty()
                && group.outside() == null
                && isThereWhenever(look, other, group);
    }

    private static boolean takesAllThat(Group other, Group group) {
        var taken = other.skills().severities();
        var wanted = group.skills().severities();
        return taken.isEmpty() || !wanted.isEmpty() && taken.containsAll(wanted);
    }

    private static Set<String> languages(Look look, Group group) {
        var spoken = group.skills().speak();
        return spoken.isEmpty() ? Set.of(look.charter().desk().language()) : spoken;
    }

    private static boolean isThereWhenever(Look look, Group other, Group group) {
        Hours had = Look.cover(other.covers());
        return look.calendar(had).isPresent()
                && look.calendar(Look.cover(group.covers())).isPresent()
                && look.missing(Look.cover(group.covers()), Optional.of(had)).isEmpty();
    }
}
