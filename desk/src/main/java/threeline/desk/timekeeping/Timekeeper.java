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
import threeline.desk.ticket.Entry;
import threeline.desk.ticket.NextDue;
import threeline.desk.ticket.PromiseKeeper;
import threeline.desk.ticket.PromiseName;
import threeline.desk.ticket.TicketEvent;
import threeline.promises.clock.Which;
import threeline.promises.keeping.Happening;
import threeline.promises.keeping.Keeper;
import threeline.promises.keeping.Promise;
import threeline.promises.keeping.Standing;
import threeline.promises.keeping.Terms;
import threeline.promises.sla.Target;

/** Judges tickets by the charter's versions, and puts the engine's answer into the ticket's words. */
@Component
public class Timekeeper implements PromiseKeeper {

    private final Charters charters;

    Timekeeper(Charters charters) {
        this.charters = charters;
    }

    @Override
    public Judgement judge(List<Entry> timeline, Instant now) {
        var standing = standing(timeline, now);
        var situation = standing.situation();
        var happened =
                standing.happenings().stream().flatMap(Timekeeper::byItself).toList();
        var holder = new Holder(requireNonNullElse(situation.tier(), ""), situation.group());
        return new Judgement(happened, holder, next(standing, now).orElse(null), standing.nextAt());
    }

    /** All promises of a ticket as they stand, with their reasons. */
    public Standing standing(List<Entry> timeline, Instant now) {
        var versions = charters.versions().stream().map(CharterInForce::version).toList();
        return Keeper.judge(versions, Terms.none(), Acts.of(timeline), now);
    }

    private static Stream<Dated> byItself(Happening happening) {
        var event = event(happening);
        return event == null ? Stream.empty() : Stream.of(new Dated(happening.at(), event));
    }

    /** What a person did stands on the timeline already. */
    private static TicketEvent.@Nullable ByItself event(Happening happening) {
        return switch (happening) {
            case Happening.Warned it -> new TicketEvent.Warned(name(it.which()), it.percent());
            case Happening.Late it -> new TicketEvent.Late(name(it.which()));
            case Happening.Breached it -> new TicketEvent.Breached(name(it.which()));
            case Happening.Met it -> new TicketEvent.Met(name(it.which()));
            case Happening.HandedOver it -> new TicketEvent.HandedOver(it.from(), it.to());
            case Happening.Rose it -> new TicketEvent.Rose(it.from(), it.to());
            case Happening.Ended _ -> null;
            case Happening.DueMoved _ -> null;
            case Happening.Alerted _ -> null;
            case Happening.Opened _ -> null;
            case Happening.Assigned _ -> null;
            case Happening.Answered _ -> null;
            case Happening.Contacted _ -> null;
            case Happening.Noted _ -> null;
            case Happening.Held _ -> null;
            case Happening.Resumed _ -> null;
            case Happening.SeverityChanged _ -> null;
            case Happening.Accepted _ -> null;
            case Happening.Escalated _ -> null;
            case Happening.Returned _ -> null;
            case Happening.Told _ -> null;
            case Happening.Consulted _ -> null;
            case Happening.Extended _ -> null;
            case Happening.TimeboxPassed _ -> null;
            case Happening.ReleaseMoved _ -> null;
            case Happening.InForce _ -> null;
            case Happening.Resolved _ -> null;
            case Happening.Reopened _ -> null;
            case Happening.Closed _ -> null;
            case Happening.Merged _ -> null;
        };
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
