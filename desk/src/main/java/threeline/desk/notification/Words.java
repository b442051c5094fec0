package threeline.desk.notification;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.inline;
import static threeline.desk.db.notification.Tables.WORD;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import threeline.desk.db.notification.tables.records.WordRecord;
import threeline.desk.people.AgentId;
import threeline.desk.tenant.Sight;
import threeline.desk.ticket.TicketNumber;
import threeline.desk.ticket.TicketQueue;
import threeline.desk.ticket.Timeline;

/** All that the desk's people were told. */
@Repository
@Transactional
public class Words {

    private final DSLContext db;
    private final InstantSource time;
    private final TicketQueue tickets;

    Words(DSLContext db, InstantSource time, TicketQueue tickets) {
        this.db = db;
        this.time = time;
        this.tickets = tickets;
    }

    /** Something to be told to an agent; {@code mailAt} where it is kept for a mail until then. */
    record New(
            AgentId agent,
            Happened happened,
            String line,
            @Nullable Instant mailAt) {}

    /** Tells them; what was told before is not told again. */
    void add(List<New> fresh) {
        if (fresh.isEmpty()) {
            return;
        }
        var now = time.instant();
        var insert = db.insertInto(
                WORD, WORD.AGENT, WORD.TICKET, WORD.ENTRY, WORD.WHAT, WORD.LINE, WORD.AT, WORD.TOLD_AT, WORD.MAIL_AT);
        for (var it : fresh) {
            var notice = it.happened().notice();
            insert = insert.values(
                    it.agent().value(),
                    notice.place().ticket().value(),
                    notice.place().entry(),
                    notice.what().word(),
                    it.line(),
                    notice.when().at(),
                    now,
                    it.mailAt());
        }
        insert.onConflictDoNothing().execute();
    }

    /** At most so many that an agent was told, the latest first, told before this one. */
    @Transactional(readOnly = true)
    public List<Word> of(AgentId agent, @Nullable Long before, int limit) {
        return db.selectFrom(WORD)
                .where(WORD.AGENT.eq(agent.value()))
                .and(before == null ? org.jooq.impl.DSL.noCondition() : WORD.ID.lt(before))
                .orderBy(WORD.ID.desc())
                .limit(limit)
                .fetch(Words::read);
    }

    /** How many an agent has not read of tickets that they see, counted up to {@code most}. */
    @Transactional(readOnly = true)
    public int unread(AgentId agent, int most) {
        return Sight.isNarrow()
                ? Math.min(most, unreadOfWhatTheySee(agent))
                : db.fetchCount(
                        db.select(inline(1)).from(WORD).where(unreadOf(agent)).limit(most));
    }

    /** They may have been told of others, as long as they saw those. */
    private int unreadOfWhatTheySee(AgentId agent) {
        var counts = db.select(WORD.TICKET, count())
                .from(WORD)
                .where(unreadOf(agent))
                .groupBy(WORD.TICKET)
                .fetchMap(row -> new TicketNumber(row.value1()), row -> row.value2());
        return tickets.all(counts.keySet()).keySet().stream()
                .mapToInt(it -> counts.getOrDefault(it, 0))
                .sum();
    }

    public void readAll(AgentId agent) {
        read(unreadOf(agent));
    }

    /** An agent has looked at a ticket. */
    public void read(AgentId agent, TicketNumber ticket) {
        read(unreadOf(agent).and(WORD.TICKET.eq(ticket.value())));
    }

    public void read(AgentId agent, long word) {
        read(unreadOf(agent).and(WORD.ID.eq(word)));
    }

    private void read(Condition which) {
        db.update(WORD).set(WORD.READ_AT, time.instant()).where(which).execute();
    }

    private static Condition unreadOf(AgentId agent) {
        return WORD.AGENT.eq(agent.value()).and(WORD.READ_AT.isNull());
    }

    /** Takes what was kept for a mail until now, in the order in which it happened. */
    List<Word> takeKept(AgentId agent, Instant now) {
        return db
                .update(WORD)
                .setNull(WORD.MAIL_AT)
                .where(WORD.AGENT.eq(agent.value()), WORD.MAIL_AT.le(now))
                .returning()
                .fetch(Words::read)
                .stream()
                .sorted(java.util.Comparator.comparing(Word::at).thenComparingLong(Word::id))
                .toList();
    }

    /** The next instant at which something kept for an agent is due. */
    @Nullable
    Instant nextMailAt(AgentId agent) {
        return db.select(org.jooq.impl.DSL.min(WORD.MAIL_AT))
                .from(WORD)
                .where(WORD.AGENT.eq(agent.value()), WORD.MAIL_AT.isNotNull())
                .fetchSingle()
                .value1();
    }

    private static Word read(WordRecord row) {
        return new Word(
                row.getId(),
                new Timeline.Place(new TicketNumber(row.getTicket()), row.getEntry()),
                Matter.find(row.getWhat()).orElse(Matter.NOTED),
                row.getLine(),
                row.getAt(),
                row.getReadAt());
    }
}
