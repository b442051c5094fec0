package threeline.desk.people;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Whose rights hold on their watch alone, at the desk that we serve just now; told by the module that knows its charter. */
public interface Watches {

    /** Whether there is such a group at all; where there is none, nobody need be asked for theirs. */
    boolean bindAnybody();

    /** What an agent of these groups has to be told who has no rights then; nothing, where they have. */
    Optional<OffWatch> offWatch(Set<String> groups, Instant at);
}
