package threeline.desk.ticket;

import static threeline.desk.db.ticket.Tables.TICKET_;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import threeline.desk.db.ticket.tables.records.TicketRecord;
import threeline.desk.people.AgentId;
import threeline.desk.people.OrganizationId;
import threeline.desk.people.RequesterId;

/** All tickets of the desk, as they stand now. */
@Repository
class Tickets {

    private final DSLContext db;

    Tickets(DSLContext db) {
        this.db = db;
    }

    Optional<Ticket> find(TicketNumber number) {
        return db.selectFrom(TICKET_).where(TICKET_.NUMBER.eq(number.value())).fetchOptional(Tickets::read);
    }

    /** The ticket, to be changed by nobody else until this transaction ends. */
    Optional<Ticket> lock(TicketNumber number) {
        return db.selectFrom(TICKET_)
                .where(TICKET_.NUMBER.eq(number.value()))
                .forUpdate()
                .fetchOptional(Tickets::read);
    }

    /** Tickets to which something is due to happen, the longest due first; no two callers get the same one. */
    List<Ticket> takeDue(Instant now, int limit) {
        return db.selectFrom(TICKET_)
                .where(TICKET_.WAKE_AT.lt(now)) // acts at the very instant come first
                .orderBy(TICKET_.WAKE_AT)
                .limit(limit)
                .forUpdate()
                .skipLocked()
                .fetch(Tickets::read);
    }

    void wakeAt(TicketNumber number, Instant at) {
        db.update(TICKET_)
                .set(TICKET_.WAKE_AT, at)
                .where(TICKET_.NUMBER.eq(number.value()))
                .execute();
    }

    TicketNumber add(Ticket it) {
        var row = rowOf(it);
        return new TicketNumber(db.insertInto(TICKET_)
                .set(row)
                .returningResult(TICKET_.NUMBER)
                .fetchSingle()
                .value1());
    }

    /** Writes what differs between the ticket as it was kept and as it is now. */
    void save(Story story) {
        saving(story).execute();
    }

    /** Saves many in one round trip. */
    void save(List<Story> stories) {
        db.batch(stories.stream().map(this::saving).toList()).execute();
    }

    private Query saving(Story story) {
        var row = rowOf(story.ticket());
        var kept = rowOf(story.kept());
        for (var field : row.fields()) {
            row.touched(field, !Objects.equals(row.get(field), kept.get(field)));
        }
        row.touched(TICKET_.ENTRIES, true); // so that there is always something to set
        return db.update(TICKET_)
                .set(row)
                .where(TICKET_.NUMBER.eq(story.ticket().number().value()));
    }

    static TicketRecord rowOf(Ticket it) {
        var row = new TicketRecord();
        row.setSubject(it.subject());
        row.setRequester(it.requester().value());
        row.setSeverity(it.severity());
        row.setChannel(it.channel());
        row.setStatus(it.status().word());
        row.setHold(it.hold());
        row.setTier(it.tier());
        row.setGroupName(it.group());
        row.setAgent(it.agent() == null ? null : it.agent().value());
        row.setOpenedAt(it.openedAt());
        row.setChangedAt(it.changedAt());
        row.setResolvedAt(it.resolvedAt());
        row.setOrganization(it.organization() == null ? null : it.organization().value());
        row.setCategory(it.about().category());
        row.setApplication(it.about().application());
        row.setLanguage(it.about().language());
        row.setPerson(it.about().person());
        row.setStage(it.stage());
        row.setContinues(it.continues() == null ? null : it.continues().value());
        row.setEntries(it.entries());
        row.setBreaksAt(NextDue.breaksAt(it.next()));
        row.setWakeAt(it.wakeAt());
        putNext(row, it.next());
        return row;
    }

    private static void putNext(TicketRecord row, @Nullable NextDue next) {
        row.setNextMetric(next == null ? null : next.promise().metric());
        row.setNextAim(next == null ? null : next.promise().aim());
        row.setNextNth(next == null ? null : next.promise().nth());
        row.setNextState(next == null ? null : next.state());
        row.setNextLate(next == null ? null : next.late());
        row.setNextDueAt(next == null ? null : next.dueAt());
        row.setNextLeftMicros(next == null ? null : micros(next.left()));
        row.setNextAllowanceMicros(next == null ? null : micros(next.allowance()));
        row.setNextCalendar(next == null ? null : next.calendar());
        row.setNextAsOf(next == null ? null : next.asOf());
    }

    private static long micros(Duration duration) {
        return duration.dividedBy(ChronoUnit.MICROS.getDuration());
    }

    /** How many open tickets a tier has, counted up to so many. */
    int waitingOn(String tier, int most) {
        return db.fetchCount(db.selectOne()
                .from(TICKET_)
                .where(TICKET_.STATUS.eq(Status.OPEN.word()), TICKET_.TIER.eq(tier))
                .limit(most));
    }

    static Ticket read(Record row) {
        var agent = row.get(TICKET_.AGENT);
        return new Ticket(
                new TicketNumber(row.get(TICKET_.NUMBER)),
                readRequest(row),
                readSituation(row),
                agent == null ? null : new AgentId(agent),
                row.get(TICKET_.STAGE),
                row.get(TICKET_.CHANGED_AT),
                row.get(TICKET_.RESOLVED_AT),
                row.get(TICKET_.ENTRIES),
                readNext(row),
                row.get(TICKET_.WAKE_AT));
    }

    private static Request readRequest(Record row) {
        var organization = row.get(TICKET_.ORGANIZATION);
        var continues = row.get(TICKET_.CONTINUES);
        return new Request(
                row.get(TICKET_.SUBJECT),
                new RequesterId(row.get(TICKET_.REQUESTER)),
                organization == null ? null : new OrganizationId(organization),
                row.get(TICKET_.CHANNEL),
                new About(
                        row.get(TICKET_.CATEGORY),
                        row.get(TICKET_.APPLICATION),
                        row.get(TICKET_.LANGUAGE),
                        row.get(TICKET_.PERSON)),
                row.get(TICKET_.OPENED_AT),
                continues == null ? null : new TicketNumber(continues));
    }

    private static Situation readSituation(Record row) {
        return new Situation(
                Status.of(row.get(TICKET_.STATUS)),
                row.get(TICKET_.SEVERITY),
                row.get(TICKET_.HOLD),
                row.get(TICKET_.TIER),
                row.get(TICKET_.GROUP_NAME));
    }

    private static @Nullable NextDue readNext(Record row) {
        var metric = row.get(TICKET_.NEXT_METRIC);
        if (metric == null) {
            return null;
        }
        return new NextDue(
                new PromiseName(metric, row.get(TICKET_.NEXT_AIM), row.get(TICKET_.NEXT_NTH)),
                row.get(TICKET_.NEXT_STATE),
                row.get(TICKET_.NEXT_LATE),
                row.get(TICKET_.NEXT_DUE_AT),
                Duration.of(row.get(TICKET_.NEXT_LEFT_MICROS), ChronoUnit.MICROS),
                Duration.of(row.get(TICKET_.NEXT_ALLOWANCE_MICROS), ChronoUnit.MICROS),
                row.get(TICKET_.NEXT_CALENDAR),
                row.get(TICKET_.NEXT_AS_OF));
    }
}
