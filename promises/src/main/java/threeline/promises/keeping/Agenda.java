package threeline.promises.keeping;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** All that happens to a ticket by itself: the earliest first, and at one instant in the order of what brings it about. */
final class Agenda {

    private final Parts parts;
    private final Stays stays;
    private @Nullable Ahead first;
    private @Nullable Instant firstAt;
    private boolean isKnown;

    Agenda(Parts parts) {
        this.parts = parts;
        this.stays = parts.steps.stays();
    }

    /** When something next happens; null when nothing will. */
    @Nullable
    Instant nextAt() {
        if (!isKnown) {
            lookAhead();
            isKnown = true;
        }
        return firstAt;
    }

    /** Something was done, and what is ahead may be something else. */
    void changed() {
        isKnown = false;
    }

    private void lookAhead() {
        first = null;
        firstAt = null;
        // one by one rather than in a loop, so that each is a direct call: this is asked after nearly every act
        look(parts.versions);
        look(parts.course.clocks);
        look(parts.rises);
        look(stays);
        look(parts.handovers);
        look(parts.acceptances);
        look(parts.closings);
    }

    private void look(Ahead ahead) {
        var at = ahead.nextAt();
        if (at != null && (firstAt == null || at.isBefore(firstAt))) {
            first = ahead;
            firstAt = at;
        }
    }

    /** What is next, as {@link #nextAt} found it, happens. */
    Turn.Cause happen() {
        var due = Objects.requireNonNull(first, "nothing is ahead");
        var cause = due.cause();
        due.happen(Objects.requireNonNull(firstAt));
        changed();
        return cause;
    }
}
