package threeline.promises.keeping;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Something that happens to a ticket by itself, without anybody's act. */
interface Ahead {

    /** When next, as things stand; null when not. */
    @Nullable
    Instant nextAt();

    /** By what it happens, which decides who comes first at one instant. */
    Turn.Cause cause();

    /** It happens, at the instant told. */
    void happen(Instant at);
}
