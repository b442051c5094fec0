package threeline.desk.people;

import org.jspecify.annotations.Nullable;

/** Who helps; one of an outside group belongs to an organization, and sees its tickets alone. */
public record Agent(
        AgentId id,
        String name,
        String email,
        Role role,
        @Nullable OrganizationId organization) {}
