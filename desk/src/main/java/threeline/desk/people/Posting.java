package threeline.desk.people;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where an agent stands at the desk, in the charter's words.
 *
 * @param groups that the agent belongs to
 * @param parts roles that the agent plays
 * @param language in which the agent is told; null where it is the desk's own
 */
public record Posting(
        Set<String> groups, Set<String> parts, @Nullable String language) {

    public Posting {
        groups = Set.copyOf(groups);
        parts = Set.copyOf(parts);
    }

    /**
     * What the charter has no place for, in a sentence for people. What an agent was before it may stay, though the
     * charter has dropped it since.
     *
     * @param organization what the charter calls the one that an outside group's agent belongs to
     */
    public Optional<Misfit> misfit(Positions positions, Posting before, @Nullable String organization) {
        return groups.stream()
                .filter(it -> !before.groups().contains(it))
                .flatMap(it -> misfit(it, positions, organization).stream())
                .findFirst()
                .or(() -> parts.stream()
                        .filter(it -> !before.parts().contains(it))
                        .filter(it -> positions.parts().stream()
                                .noneMatch(part -> part.id().equals(it)))
                        .findFirst()
                        .map(it -> new Misfit("parts", "The charter has no role \"%s\".".formatted(it))))
                .or(() -> Optional.ofNullable(language)
                        .filter(it -> !positions.languages().contains(it))
                        .map(it -> new Misfit("language", "\"%s\" is none of the desk's languages.".formatted(it))));
    }

    /** What does not fit, and where it stands. */
    public record Misfit(String field, String what) {}

    private static Optional<Misfit> misfit(String group, Positions positions, @Nullable String organization) {
        var known =
                positions.groups().stream().filter(it -> it.id().equals(group)).findFirst();
        if (known.isEmpty()) {
            return Optional.of(new Misfit("groups", "The charter has no group \"%s\".".formatted(group)));
        }
        var outside = known.get().outside();
        if (organization == null ? outside == null : organization.equals(outside)) {
            return Optional.empty();
        }
        return Optional.of(new Misfit(
                "groups",
                outside == null
                        ? "%s is a group of the desk's own people."
                                .formatted(known.get().name())
                        : "%s is a group of another organization's people."
                                .formatted(known.get().name())));
    }
}
