package threeline.desk.intake.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import threeline.desk.people.Agent;
import threeline.desk.people.Requester;
import threeline.desk.ticket.NextDue;
import threeline.desk.ticket.Ticket;

/** A ticket as programs see it. Of people only the ids are sure; names come where a ticket is read or listed. */
record TicketView(
        String reference,
        long number,
        String subject,
        String status,
        @Nullable String hold,
        String severity,
        String channel,
        String tier,
        @Nullable String group,
        @Nullable Person agent,
        Person requester,
        Instant openedAt,
        Instant changedAt,
        @Nullable Instant resolvedAt,
        @Nullable String continues,
        int entries,
        @Nullable Due next,
        @Nullable Long organization,
        @Nullable String category,
        @Nullable String application,
        @Nullable String language,
        @Nullable String stage) {

    /** An agent or a requester. */
    record Person(long id, @Nullable String name, @Nullable String email) {

        static Person of(Requester it) {
            return new Person(it.id().value(), it.name(), it.email());
        }

        static Person of(Agent it) {
            return new Person(it.id().value(), it.name(), it.email());
        }
    }

    /** The promise that breaks next. */
    record Due(
            String promise,
            boolean aim,
            int nth,
            String state,
            boolean late,
            @Nullable Instant dueAt,
            String left) {

        static @Nullable Due of(@Nullable NextDue it) {
            return it == null
                    ? null
                    : new Due(
                            it.promise().metric(),
                            it.promise().aim(),
                            it.promise().nth(),
                            it.state(),
                            it.late(),
                            it.dueAt(),
                            it.left().toString());
        }
    }

    static TicketView of(Ticket it, String prefix, People people) {
        return new TicketView(
                it.number().reference(prefix),
                it.number().value(),
                it.subject(),
                it.status().word(),
                it.hold(),
                it.severity(),
                it.channel(),
                it.tier(),
                it.group(),
                people.agent(it.agent()),
                people.requester(it.requester()),
                it.openedAt(),
                it.changedAt(),
                it.resolvedAt(),
                it.continues() == null ? null : it.continues().reference(prefix),
                it.entries(),
                Due.of(it.next()),
                it.organization() == null ? null : it.organization().value(),
                it.about().category(),
                it.about().application(),
                it.about().language(),
                it.stage());
    }
}
