package threeline.desk.ticket;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import threeline.desk.people.AgentId;
import threeline.desk.people.OrganizationId;
import threeline.desk.people.RequesterId;

/**
 * One case, as it stands now. It follows from its timeline.
 *
 * @param agent the agent who has it, of the group that has it
 * @param stage the stage of the charter's process that it is in; null where there is no process
 * @param entries how many entries its timeline has
 * @param next the promise that breaks next
 * @param wakeAt when something next happens to it by itself
 */
public record Ticket(
        TicketNumber number,
        Request request,
        Situation situation,
        @Nullable AgentId agent,
        @Nullable String stage,
        Instant changedAt,
        @Nullable Instant resolvedAt,
        int entries,
        @Nullable NextDue next,
        @Nullable Instant wakeAt) {

    public String subject() {
        return request.subject();
    }

    public RequesterId requester() {
        return request.requester();
    }

    public @Nullable OrganizationId organization() {
        return request.organization();
    }

    public String channel() {
        return request.channel();
    }

    public About about() {
        return request.about();
    }

    public Instant openedAt() {
        return request.openedAt();
    }

    public @Nullable TicketNumber continues() {
        return request.continues();
    }

    public Status status() {
        return situation.status();
    }

    public String severity() {
        return situation.severity();
    }

    public @Nullable String hold() {
        return situation.hold();
    }

    public String tier() {
        return situation.tier();
    }

    public @Nullable String group() {
        return situation.group();
    }

    /** The same ticket with something done to it at an instant, not yet judged. */
    Ticket changed(Instant at) {
        return new Ticket(number, request, situation, agent, stage, at, resolvedAt, entries, next, wakeAt);
    }

    Ticket of(@Nullable AgentId other) {
        return new Ticket(number, request, situation, other, stage, changedAt, resolvedAt, entries, next, wakeAt);
    }

    Ticket in(@Nullable String other) {
        return new Ticket(number, request, situation, agent, other, changedAt, resolvedAt, entries, next, wakeAt);
    }

    Ticket wakingAt(Instant later) {
        return new Ticket(number, request, situation, agent, stage, changedAt, resolvedAt, entries, next, later);
    }

    Ticket numbered(TicketNumber given) {
        return new Ticket(given, request, situation, agent, stage, changedAt, resolvedAt, entries, next, wakeAt);
    }

    /** The same ticket with so many entries on its timeline, judged. A group that it comes to chooses its agent anew. */
    Ticket judged(int entriesNow, PromiseKeeper.Judgement judgement) {
        var now = judgement.situation();
        var stays = group() == null || Objects.equals(group(), now.group());
        return new Ticket(
                number,
                request,
                now,
                stays ? agent : null,
                stage,
                changedAt,
                now.status().unresolved() ? null : Objects.requireNonNullElse(resolvedAt, changedAt),
                entriesNow,
                judgement.next(),
                judgement.wakeAt());
    }
}
