package threeline.desk.people.access;

import java.time.Instant;

/** Somebody's being signed in, as its owner knows it again. */
public record Session(long id, Instant startedAt, Instant seenAt, Origin origin, boolean thisOne) {}
