package threeline.desk.ticket;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import threeline.desk.people.AgentId;
import threeline.desk.people.RequesterId;

/**
 * One case, as it stands now. It follows from its timeline.
 *
 * @param hold the charter's name of what is waited for; null when nothing is
 * @param group the group that has it
 * @param agent the agent of that group who has it
 * @param continues the closed ticket that this one goes on with
 * @param entries how many entries its timeline has
 * @param next the promise that breaks next
 * @param wakeAt when something next happens to it by itself
 */
public record Ticket(
        TicketNumber number,
        String subject,
        RequesterId requester,
        String severity,
        String channel,
        Status status,
        @Nullable String hold,
        String tier,
        @Nullable String group,
        @Nullable AgentId agent,
        Instant openedAt,
        Instant changedAt,
        @Nullable Instant resolvedAt,
        @Nullable TicketNumber continues,
        int entries,
        @Nullable NextDue next,
        @Nullable Instant wakeAt) {

    Ticket resolvedAt(@Nullable Instant at) {
        return new Ticket(
                number, subject, requester, severity, channel, status, hold, tier, group, agent, openedAt, changedAt,
                at, continues, entries, next, wakeAt);
    }

    /** The same ticket with so many entries on its timeline, its promises judged. */
    Ticket judged(int entriesNow, PromiseKeeper.Judgement judgement) {
        return new Ticket(
                number,
                subject,
                requester,
                severity,
                channel,
                status,
                hold,
                judgement.holder().tier(),
                judgement.holder().group(),
                agent,
                openedAt,
                changedAt,
                resolvedAt,
                continues,
                entriesNow,
                judgement.next(),
                judgement.wakeAt());
    }

    Ticket wakingAt(Instant later) {
        return new Ticket(
                number,
                subject,
                requester,
                severity,
                channel,
                status,
                hold,
                tier,
                group,
                agent,
                openedAt,
                changedAt,
                resolvedAt,
                continues,
                entries,
                next,
                later);
    }

    Ticket numbered(TicketNumber given) {
        return new Ticket(
                given,
                subject,
                requester,
                severity,
                channel,
                status,
                hold,
                tier,
                group,
                agent,
                openedAt,
                changedAt,
                resolvedAt,
                continues,
                entries,
                next,
                wakeAt);
    }
}
