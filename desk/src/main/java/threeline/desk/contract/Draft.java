package threeline.desk.contract;

import java.time.Instant;

/** A charter being written by one person. */
public record Draft(String text, int begunFrom, Instant savedAt) {}
