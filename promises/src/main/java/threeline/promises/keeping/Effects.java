package threeline.promises.keeping;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What each act does to a ticket and its promises; one that makes no sense as things stand does nothing. */
final class Effects {

    private final Course course;
    private final Parts parts;
    private final Endings endings;

    Effects(Parts parts) {
        this.course = parts.course;
        this.parts = parts;
        this.endings = new Endings(parts);
    }

    void apply(Act act, Instant at) {
        if (course.isOpened() ? act instanceof Act.Opened : !mayPrecedeOpening(act)) {
            throw new IllegalArgumentException(
                    "no such act %s its opening: %s".formatted(course.isOpened() ? "after" : "before", act));
        }
        if (course.status == Status.CLOSED && !(act instanceof Act.Contacted || act instanceof Act.Noted)) {
            return;
        }
        switch (act) {
            case Act.Opened it -> parts.open(it);
            case Act.Contacted _ -> contacted(at);
            case Act.Replied it -> replied(it.group(), at);
            case Act.Noted _ -> course.tell(new Happening.Noted(at));
            case Act.Called it -> called(it.reached(), at);
            case Act.Logged it -> parts.steps.logged(it.spent(), at);
            case Act.Held it -> parts.holds.hold(it.hold(), at);
            case Act.Resumed _ -> parts.holds.resume(at);
            case Act.SeverityChanged it -> parts.changeSeverity(it.to(), at);
            case Act.Escalated it -> parts.steps.escalate(it.to(), it.because(), at);
            case Act.Returned it -> parts.steps.giveBack(it.to(), it.because(), at);
            case Act.Consulted it -> parts.steps.consulted(it.tier(), at);
            case Act.Extended it -> parts.steps.extend(it);
            case Act.Assigned it -> parts.handovers.assign(it.group(), at);
            case Act.Accepted _ -> parts.handovers.accept(at);
            case Act.Did it -> parts.targets.did(it.what(), at);
            case Act.Skipped _ -> {} // a stage of the process is no promise
            case Act.VendorAsked it -> parts.vendors.ask(it.vendor(), at);
            case Act.VendorReplied _ -> parts.vendors.replied(at);
            case Act.Merged it -> endings.merge(it);
            case Act.Resolved it -> endings.resolve(it);
            case Act.Reopened _ -> endings.reopen(at);
            case Act.Closed _ -> endings.close(at);
            case Act.ReleaseMoved it -> parts.targets.move(it);
            case Act.TermsChanged it -> parts.changeTerms(it.to(), at);
        }
    }

    private static boolean mayPrecedeOpening(Act act) {
        return act instanceof Act.Opened || act instanceof Act.ReleaseMoved || act instanceof Act.TermsChanged;
    }

    /** Whoever writes about a resolved ticket reopens it; about a closed one, another must be opened. */
    private void contacted(Instant at) {
        course.tell(new Happening.Contacted(at));
        if (course.status == Status.CLOSED) {
            return;
        }
        endings.reopen(at);
        parts.holds.contacted(at);
        parts.answers.contacted(at);
    }

    private void replied(@Nullable String group, Instant at) {
        parts.answer(at);
        parts.handovers.replied(group, at);
    }

    private void called(boolean reached, Instant at) {
        if (reached) {
            replied(null, at);
        }
    }
}
