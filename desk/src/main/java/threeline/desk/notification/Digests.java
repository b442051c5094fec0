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
import threeline.desk.people.Crews;
import threeline.desk.ticket.TicketQueue;

/** Sends each agent what was kept for them, as one mail; the rows are the schedule. */
@Repository
class Digests {

    /** What becomes due within this goes along: what the desk noticed late comes in over some time. */
    private static final Duration ALONG = Duration.ofMinutes(5);

    private final DSLContext db;
    private final Words words;
    private final Crews crews;
    private final TicketQueue tickets;
    private final Charters charters;
    private final StaffMail mail;
    private final Outbox outbox;

    Digests(
            DSLContext db,
            Words words,
            Crews crews,
            TicketQueue tickets,
            Charters charters,
            StaffMail mail,
            Outbox outbox) {
        this.db = db;
        this.words = words;
        this.crews = crews;
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
            sendKept(agent, now);
        }
    }

    private void sendKept(AgentId agent, Instant now) {
        var kept = words.takeKept(agent, now.plus(ALONG));
        var next = words.nextMailAt(agent);
        if (next != null) {
            plan(agent, next);
        }
        if (!kept.isEmpty()) {
            crews.now().find(agent).ifPresent(member -> {
                var about =
                        tickets.all(kept.stream().map(it -> it.place().ticket()).toList());
                mail.digest(member, kept, about, charters.current().charter(), now)
                        .ifPresent(outbox::add);
            });
        }
    }
}
