package threeline.desk.notification;

import static threeline.desk.db.notification.Tables.DIGEST;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;
import threeline.desk.contract.Charters;
import threeline.desk.mail.outbox.Outbox;
import threeline.desk.people.AgentId;
import threeline.desk.people.Crew;
import threeline.desk.people.Crews;
import threeline.desk.people.access.Principals;
import threeline.desk.ticket.Ticket;
import threeline.desk.ticket.TicketQueue;

/** Sends each agent what was kept for them, as one mail; the rows are the schedule. */
@Repository
class Digests {

    /** What becomes due within this goes along: what the desk noticed late comes in over some time. */
    private static final Duration ALONG = Duration.ofMinutes(5);

    private final DSLContext db;
    private final Words words;
    private final Crews crews;
    private final Principals principals;
    private final TicketQueue tickets;
    private final Charters charters;
    private final StaffMail mail;
    private final Outbox outbox;

    Digests(
            DSLContext db,
            Words words,
            Crews crews,
            Principals principals,
            TicketQueue tickets,
            Charters charters,
            StaffMail mail,
            Outbox outbox) {
        this.db = db;
        this.words = words;
        this.crews = crews;
        this.principals = principals;
        this.tickets = tickets;
        this.charters = charters;
        this.mail = mail;
        this.outbox = outbox;
    }

    /** Whatever of these is kept will be sent, in the order of agents, so that two who plan never wait for each other. */
    void plan(List<Words.New> told) {
        told.stream()
                .filter(it -> it.mailAt() != null)
                .sorted(java.util.Comparator.comparingLong(it -> it.agent().value()))
                .forEach(it -> plan(it.agent(), java.util.Objects.requireNonNull(it.mailAt())));
    }

    private void plan(AgentId agent, Instant at) {
        db.insertInto(DIGEST, DIGEST.AGENT, DIGEST.DUE_AT)
                .values(agent.value(), at)
                .onConflict(DIGEST.TENANT, DIGEST.AGENT)
                .doUpdate()
                .set(DIGEST.DUE_AT, DSL.least(DIGEST.DUE_AT, DSL.val(at)))
                .execute();
    }

    /** At most so many agents to whom one is due. */
    List<AgentId> due(Instant now, int most) {
        return db.selectFrom(DIGEST)
                .where(DIGEST.DUE_AT.le(now))
                .orderBy(DIGEST.DUE_AT)
                .limit(most)
                .fetch(row -> new AgentId(row.getAgent()));
    }

    void later(AgentId agent, Instant dueAt) {
        db.update(DIGEST)
                .set(DIGEST.DUE_AT, dueAt)
                .where(DIGEST.AGENT.eq(agent.value()))
                .execute();
    }

    /** Sends one, if nobody else has meanwhile. Part of the caller's transaction. */
    void send(AgentId agent, Instant now) {
        var mine = db.deleteFrom(DIGEST)
                .where(DIGEST.AGENT.eq(agent.value()), DIGEST.DUE_AT.le(now))
                .execute();
        if (mine == 1) {
            crews.now().find(agent).ifPresentOrElse(it -> sendIfOnWatch(it, now), () -> words.takeKept(agent, now));
        }
    }

    /** What was kept from before waits on for a watch to which rights are bound; where none is to come, it stays in the app. */
    private void sendIfOnWatch(Crew.Member member, Instant now) {
        var off = principals.of(member.agent()).offWatch();
        if (off != null && off.beginsAt() != null) {
            plan(member.id(), off.beginsAt());
        } else {
            var kept = words.takeKept(member.id(), now.plus(ALONG));
            var next = words.nextMailAt(member.id());
            if (next != null) {
                plan(member.id(), next);
            }
            send(member, off == null ? kept : List.of(), now);
        }
    }

    /** Nothing of a ticket that they see no more, though they did when it was kept. */
    private void send(Crew.Member member, List<Word> kept, Instant now) {
        var about = tickets.all(kept.stream().map(it -> it.place().ticket()).toList());
        var seen = kept.stream()
                .filter(it ->
                        about.get(it.place().ticket()) instanceof Ticket ticket && member.sees(ticket.organization()))
                .toList();
        if (!seen.isEmpty()) {
            mail.digest(member, seen, about, charters.current().charter(), now).ifPresent(outbox::add);
        }
    }
}
