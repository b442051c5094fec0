package threeline.desk.people;

/** Which agent. */
public record AgentId(long value) {}
