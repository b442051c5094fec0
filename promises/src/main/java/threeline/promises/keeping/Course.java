package threeline.promises.keeping;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import threeline.promises.charter.Hold;
import threeline.promises.clock.Clock;
import threeline.promises.clock.Reason;
import threeline.promises.clock.Which;

/** What a ticket's history has made of it so far: the facts that the engine's parts share while they retrace it. */
final class Course {

    final Story story = new Story();
    final Clocks clocks = new Clocks(story);
    final List<Version> versions;
    int version;
    Terms terms;
    Rules rules;
    Asked asked = Asked.NOTHING;
    String severity = "";
    Status status = Status.OPEN;

    @Nullable
    Hold hold;

    @Nullable
    Instant openedAt;

    @Nullable
    Instant resolvedAt;

    /** Whether any version has aims, without which none need be counted. */
    final boolean hasAims;

    Course(List<Version> versions, Terms terms) {
        this.versions = versions;
        this.hasAims = hasAims(versions);
        this.terms = terms;
        this.rules = versions.getFirst().under(terms);
    }

    private static boolean hasAims(List<Version> versions) {
        for (var version : versions) {
            if (version.hasAims()) {
                return true;
            }
        }
        return false;
    }

    Version inForce() {
        return versions.get(version);
    }

    boolean isOpened() {
        return openedAt != null;
    }

    /** Neither resolved nor closed. */
    boolean isUnderWay() {
        return isOpened() && (status == Status.OPEN || status == Status.HELD);
    }

    void tell(Happening happening) {
        story.tell(happening);
    }

    /** A new clock, which stands still from its start where the ticket is on such a hold. */
    Clock start(Which which, Instant at) {
        var clock = Clock.start(which, at);
        var waiting = hold;
        return waiting != null && waiting.pauses().contains(which.metric())
                ? clock.pause(at, new Reason.OnHold(waiting.id()))
                : clock;
    }
}
