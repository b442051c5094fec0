package threeline.desk.people;

/** Who helps. */
public record Agent(AgentId id, String name, String email, Role role) {}
