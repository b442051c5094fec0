package threeline.desk.people;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everybody who helps at a desk now, with what decides whom to tell of something.
 *
 * @param charges who plays which part for one organization
 */
public record Crew(List<Member> members, Map<Charge, AgentId> charges) {

    /**
     * @param groups of the charter, by name
     * @param parts roles of the charter, by name
     * @param organization whose tickets alone they see; null for the desk's own people, who see all
     * @param language in which they want to be told; null where it is the desk's own
     */
    public record Member(
            Agent agent,
            Set<String> groups,
            Set<String> parts,
            @Nullable OrganizationId organization,
            @Nullable String language) {

        public AgentId id() {
            return agent.id();
        }

        /** Whether they may see what an organization asks for; null where it is of none that is known. */
        public boolean sees(@Nullable OrganizationId other) {
            return organization == null || Objects.equals(organization, other);
        }
    }

    /** A part that is played for one organization. */
    public record Charge(OrganizationId organization, String role) {}

    public Optional<Member> find(AgentId id) {
        return members.stream().filter(it -> it.id().equals(id)).findFirst();
    }

    public List<Member> ofGroup(String group) {
        return members.stream().filter(it -> it.groups().contains(group)).toList();
    }

    /** Who plays a part for this organization by name. */
    public Optional<Member> inCharge(OrganizationId organization, String role) {
        return Optional.ofNullable(charges.get(new Charge(organization, role))).flatMap(this::find);
    }

    /** Whoever plays a part: for an organization the one who has it in charge, if somebody has. */
    public List<Member> playing(String role, @Nullable OrganizationId organization) {
        var inCharge = organization == null ? null : charges.get(new Charge(organization, role));
        return inCharge == null
                ? members.stream().filter(it -> it.parts().contains(role)).toList()
                : find(inCharge).stream().toList();
    }
}
