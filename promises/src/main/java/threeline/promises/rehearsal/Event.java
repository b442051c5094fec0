package threeline.promises.rehearsal;

import java.time.Instant;
import java.util.Map;

/** Something that happened in a rehearsal, by the name that other programs know it by; the whole desk's has no ticket. */
public record Event(Instant at, String ticket, String name, Map<String, Object> details) {}
