package threeline.desk.contract;

import java.time.Instant;
import java.time.LocalDate;

/** A release got another date: when that was said, by whom and why. */
public record ReleaseMove(Instant at, LocalDate from, LocalDate to, String by, String why) {}
