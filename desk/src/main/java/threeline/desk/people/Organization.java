package threeline.desk.people;

/** A customer organization whose people the desk supports; {@code key} is what a charter calls it. */
public record Organization(OrganizationId id, String key, String name) {}
