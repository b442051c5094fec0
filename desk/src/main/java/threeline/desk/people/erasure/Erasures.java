package threeline.desk.people.erasure;

import static threeline.desk.db.people.Tables.AGENT;
import static threeline.desk.db.people.Tables.ERASE;
import static threeline.desk.db.people.Tables.ERASURE;
import static threeline.desk.db.people.Tables.TENANTS_WITH_ERASURES;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.SortField;
import org.jooq.impl.DSL;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;
import threeline.desk.audit.Trail;
import threeline.desk.people.AgentId;
import threeline.desk.people.RequesterId;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Who was erased, and who is to be; the rows are the schedule. */
@Repository
@Transactional
public class Erasures {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int AT_ONCE = 20;

    private final DSLContext db;
    private final Trail trail;
    private final ApplicationEventPublisher events;
    private final InstantSource time;

    Erasures(DSLContext db, Trail trail, ApplicationEventPublisher events, InstantSource time) {
        this.db = db;
        this.trail = trail;
        this.events = events;
        this.time = time;
    }

    /** What would go, found out by doing it and taking that back. */
    public Map<String, Long> outlook(RequesterId who) {
        trail.head();
        var counts = counts(erase(who, 0));
        TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
        return counts;
    }

    /** Has somebody erased, in a moment. */
    public void want(RequesterId who, String why, AgentId by) {
        db.insertInto(ERASURE)
                .set(ERASURE.REQUESTER, who.value())
                .set(ERASURE.WANTED_BY, by.value())
                .set(ERASURE.WHY, why)
                .set(ERASURE.WANTED_AT, time.instant())
                .execute();
    }

    /** The latest of somebody's, if there is one. */
    @Transactional(readOnly = true)
    public Optional<Erasure> of(RequesterId who) {
        return read(ERASURE.REQUESTER.eq(who.value()), ERASURE.ID.desc(), 1).stream()
                .findFirst();
    }

    @Transactional(readOnly = true)
    public List<Erasure> latest(int most) {
        return read(DSL.noCondition(), ERASURE.ID.desc(), most);
    }

    List<UUID> tenantsWithSome() {
        return db.selectFrom(TENANTS_WITH_ERASURES.call()).fetch(row -> row.get(0, UUID.class));
    }

    /** Those that wait longest, the first first; the others are left for the next round. */
    @Transactional(readOnly = true)
    List<Erasure> waiting() {
        return read(ERASURE.DONE_AT.isNull().and(ERASURE.FAILURE.isNull()), ERASURE.ID.asc(), AT_ONCE);
    }

    /** All in one transaction: the words go, and a line of the trail says which of its own went with them. */
    void carryOut(Erasure it) {
        trail.head(); // what waits for its place there gets it first
        var gone = erase(it.requester(), it.id());
        var counts = counts(gone);
        trail.tellTaken(it.id(), "requester " + it.requester().value());
        db.update(ERASURE)
                .set(ERASURE.DONE_AT, time.instant())
                .set(ERASURE.COUNTS, JSONB.valueOf(JSON.writeValueAsString(counts)))
                .where(ERASURE.ID.eq(it.id()))
                .execute();
        events.publishEvent(new Erased(
                gone.getValues(ERASE.SHA256).stream().filter(Objects::nonNull).toList()));
    }

    void failed(Erasure it, String why) {
        db.update(ERASURE)
                .set(ERASURE.FAILURE, why)
                .where(ERASURE.ID.eq(it.id()))
                .execute();
    }

    private Result<? extends Record> erase(RequesterId who, long id) {
        return db.selectFrom(ERASE.call(who.value(), id)).fetch();
    }

    private static Map<String, Long> counts(Result<? extends Record> gone) {
        var counts = new LinkedHashMap<String, Long>();
        gone.forEach(row -> counts.merge(row.get(ERASE.WHAT), row.get(ERASE.MANY), Long::sum));
        return counts;
    }

    private List<Erasure> read(Condition condition, SortField<?> order, int most) {
        return db.select(
                        ERASURE.ID,
                        ERASURE.REQUESTER,
                        AGENT.NAME,
                        ERASURE.WHY,
                        ERASURE.WANTED_AT,
                        ERASURE.DONE_AT,
                        ERASURE.COUNTS,
                        ERASURE.FAILURE)
                .from(ERASURE)
                .join(AGENT)
                .on(AGENT.ID.eq(ERASURE.WANTED_BY))
                .where(condition)
                .orderBy(order)
                .limit(most)
                .fetch(Erasures::read);
    }

    private static Erasure read(Record row) {
        var counts = row.get(ERASURE.COUNTS);
        return new Erasure(
                row.get(ERASURE.ID),
                new RequesterId(row.get(ERASURE.REQUESTER)),
                row.get(AGENT.NAME),
                row.get(ERASURE.WHY),
                row.get(ERASURE.WANTED_AT),
                row.get(ERASURE.DONE_AT),
                counts == null ? Map.of() : JSON.readValue(counts.data(), new TypeReference<>() {}),
                row.get(ERASURE.FAILURE));
    }
}
