package threeline.desk.contract;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A version of the charter as a list shows it.
 *
 * @param inForceAt from when it holds, held, would hold or would have held
 * @param withdrawn by whom, when and why it was taken back
 */
public record CharterVersion(
        int number,
        VersionState state,
        Instant inForceAt,
        Word put,
        @Nullable Word withdrawn) {

    /** Who said something, when and why. */
    public record Word(String by, Instant at, String why) {}
}
