package threeline.desk.people;

/** Which requester. */
public record RequesterId(long value) {}
