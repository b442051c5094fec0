package threeline.promises.succession;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import threeline.promises.clock.State;
import threeline.promises.clock.Which;
import threeline.promises.keeping.Promise;

/** What becomes of one promise of a ticket: how it stands under the old version and under the new; null where it has none. */
public record Change(
        String ticket,
        Which which,
        @Nullable Seen before,
        @Nullable Seen after) {

    /** How a promise looks. */
    public record Seen(State state, @Nullable Instant dueAt) {

        static Seen of(Promise promise) {
            return new Seen(promise.state(), promise.dueAt());
        }
    }

    /** Whether it would be broken by the new version alone. */
    public boolean wouldBreak() {
        return after != null && after.state() == State.BREACHED && (before == null || before.state() != State.BREACHED);
    }
}
