package threeline.desk.timekeeping;

import static java.util.Objects.requireNonNullElse;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import threeline.desk.contract.CharterInForce;
import threeline.desk.contract.Charters;
import threeline.desk.contract.Contracts;
import threeline.desk.contract.Releases;
import threeline.desk.people.Organizations;
import threeline.desk.ticket.Entry;
import threeline.desk.ticket.NextDue;
import threeline.desk.ticket.PromiseKeeper;
import threeline.desk.ticket.PromiseName;
import threeline.desk.ticket.Situation;
import threeline.desk.ticket.Status;
import threeline.desk.ticket.TicketEvent;
import threeline.promises.clock.Which;
import threeline.promises.keeping.Happening;
import threeline.promises.keeping.Keeper;
import threeline.promises.keeping.Promise;
import threeline.promises.keeping.Standing;
import threeline.promises.sla.Target;
import threeline.promises.succession.Case;

/** Judges tickets by the charter's versions and their organizations' contracts, and tells the answer in the ticket's words. */
@Component
public class Timekeeper implements PromiseKeeper {

    private static final String STAYED_TOO_LONG = "stayed-too-long";

    private final Charters charters;
    private final Contracts contracts;
    private final Releases releases;
    private final Organizations organizations;

    Timekeeper(Charters charters, Contracts contracts, Releases releases, Organizations organizations) {
        this.charters = charters;
        this.contracts = contracts;
        this.releases = releases;
        this.organizations = organizations;
    }

    @Override
    public Judgement judge(List<Entry> timeline, Instant now) {
        var standing = standing(timeline, now);
        var happened = standing.happenings().stream()
                .flatMap(it -> byItself(it, timeline))
                .toList();
        return new Judgement(
                happened, situation(standing.situation()), next(standing, now).orElse(null), standing.nextAt());
    }

    /** All promises of a ticket as they stand, with their reasons; never as before its last entry, whatever the clock. */
    public Standing standing(List<Entry> timeline, Instant now) {
        var last = timeline.getLast().at();
        var versions = charters.versions().stream().map(CharterInForce::version).toList();
        var it = caseOf("", timeline);
        return Keeper.judge(versions, it.terms(), it.acts(), now.isBefore(last) ? last : now);
    }

    /** A ticket as the engine knows it: what was agreed with its requester's organization, and all that was done. */
    public Case caseOf(String ticket, List<Entry> timeline) {
        var agreed = Agreed.of(timeline, contracts);
        var acts = agreed.among(Acts.of(timeline, organizations::key), releases.moves());
        return new Case(ticket, agreed.terms(), acts);
    }

    private static Situation situation(threeline.promises.keeping.Situation it) {
        return new Situation(
                status(it.status()), it.severity(), it.hold(), requireNonNullElse(it.tier(), ""), it.group());
    }

    private static Status status(threeline.promises.keeping.Status it) {
        return switch (it) {
            case OPEN -> Status.OPEN;
            case HELD -> Status.HELD;
            case RESOLVED -> Status.RESOLVED;
            case CLOSED -> Status.CLOSED;
        };
    }

    private static Stream<Dated> byItself(Happening happening, List<Entry> timeline) {
        var event = event(happening, timeline);
        return event == null ? Stream.empty() : Stream.of(new Dated(happening.at(), event));
    }

    /** What a person did stands on the timeline already. */
    private static TicketEvent.@Nullable ByItself event(Happening happening, List<Entry> timeline) {
        return switch (happening) {
            case Happening.OfPromise it -> ofPromise(it);
            case Happening.HandedOver it -> new TicketEvent.HandedOver(it.from(), it.to());
            case Happening.Rose it -> new TicketEvent.Rose(it.from(), it.to());
            case Happening.TimeboxPassed it -> new TicketEvent.TimeboxPassed(it.tier());
            case Happening.Escalated it ->
                it.because().equals(STAYED_TOO_LONG) ? new TicketEvent.Climbed(it.from(), it.to()) : null;
            case Happening.Resumed it ->
                isDoneBySomebody(it.at(), timeline) ? null : new TicketEvent.HoldEnded(it.hold());
            case Happening.Closed it -> isDoneBySomebody(it.at(), timeline) ? null : new TicketEvent.Lapsed();
            case Happening.Opened _ -> null;
            case Happening.Assigned _ -> null;
            case Happening.Answered _ -> null;
            case Happening.Contacted _ -> null;
            case Happening.Noted _ -> null;
            case Happening.Held _ -> null;
            case Happening.SeverityChanged _ -> null;
            case Happening.Accepted _ -> null;
            case Happening.Returned _ -> null;
            case Happening.Told _ -> null;
            case Happening.Consulted _ -> null;
            case Happening.Extended _ -> null;
            case Happening.ReleaseMoved _ -> null;
            case Happening.InForce _ -> null;
            case Happening.Resolved _ -> null;
            case Happening.Reopened _ -> null;
            case Happening.Merged _ -> null;
        };
    }

    private static TicketEvent.OfPromise ofPromise(Happening.OfPromise happening) {
        var promise = name(happening.which());
        return switch (happening) {
            case Happening.Warned it -> new TicketEvent.Warned(promise, it.percent());
            case Happening.Late _ -> new TicketEvent.Late(promise);
            case Happening.Breached _ -> new TicketEvent.Breached(promise);
            case Happening.Met _ -> new TicketEvent.Met(promise);
            case Happening.Ended _ -> new TicketEvent.Ended(promise);
            case Happening.Alerted _ -> new TicketEvent.Alerted(promise);
            case Happening.DueMoved it -> new TicketEvent.DueMoved(promise, it.from(), it.to());
        };
    }

    /** A hold or a ticket that is ended by somebody's act is told by that act. */
    private static boolean isDoneBySomebody(Instant at, List<Entry> timeline) {
        return timeline.stream()
                .anyMatch(it -> it.at().equals(at)
                        && (it.event() instanceof TicketEvent.Resumed
                                || it.event() instanceof TicketEvent.Held
                                || it.event() instanceof TicketEvent.Resolved
                                || it.event() instanceof TicketEvent.Merged
                                || it.event() instanceof TicketEvent.Closed));
    }

    private static PromiseName name(Which which) {
        return new PromiseName(which.metric().word(), which.aim(), which.nth());
    }

    /** What is still owed and breaks first; what is broken and still owed has broken first of all. */
    private static Optional<NextDue> next(Standing standing, Instant now) {
        return standing.promises().stream()
                .filter(promise -> promise.endedAt() == null && promise.left() != null)
                .map(promise -> nextDue(promise, now))
                .min(Comparator.comparing(NextDue::breaksAt));
    }

    private static NextDue nextDue(Promise promise, Instant now) {
        var left = requireNonNullElse(promise.left(), Duration.ZERO);
        return new NextDue(
                name(promise.which()),
                promise.state().toString(),
                promise.lateAt() != null,
                promise.dueAt(),
                left,
                promise.elapsed().plus(left),
                calendar(promise.target()),
                now);
    }

    private static String calendar(Target target) {
        return switch (target) {
            case Target.Within within -> within.limit().calendar();
            case Target.Measured measured -> measured.calendar();
            case Target.NextRelease _ -> "always";
        };
    }
}
