package threeline.desk.people;

/** Which organization. */
public record OrganizationId(long value) {}
