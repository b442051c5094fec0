package threeline.desk.people.erasure;

import static threeline.desk.db.people.Tables.AGENT;
import static threeline.desk.db.people.Tables.BEFORE_ERASING;
import static threeline.desk.db.people.Tables.ERASE;
import static threeline.desk.db.people.Tables.ERASE_AGENT;
import static threeline.desk.db.people.Tables.ERASURE;
import static threeline.desk.db.people.Tables.TENANTS_WITH_ERASURES;

import java.time.Duration;
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
import org.jooq.SortField;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
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

    /** At a desk of millions of entries all of it takes minutes; no other statement may. */
    private static final Duration LONGEST = Duration.ofHours(1);

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
    public Map<String, Long> outlook(Whom who) {
        trail.head();
        var counts = counts(erase(who, 0));
        TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
        return counts;
    }

    /** What has to happen before; of requesters nothing. */
    @Transactional(readOnly = true)
    public List<Before> before(Whom who) {
        return switch (who) {
            case Whom.OfRequesters _ -> List.of();
            case Whom.OfAgents it ->
                db.selectFrom(BEFORE_ERASING.call(it.id().value()))
                        .fetch(row -> Before.of(
                                row.get(BEFORE_ERASING.WHAT),
                                row.get(BEFORE_ERASING.MANY),
                                it.id().value()));
        };
    }

    /** Has somebody erased, in a moment. */
    public void want(Whom who, String why, AgentId by) {
        db.insertInto(ERASURE)
                .set(column(who), who.number())
                .set(ERASURE.WANTED_BY, by.value())
                .set(ERASURE.WHY, why)
                .set(ERASURE.WANTED_AT, time.instant())
                .execute();
    }

    /** The latest of somebody's, if there is one. */
    @Transactional(readOnly = true)
    public Optional<Erasure> of(Whom who) {
        return read(column(who).eq(who.number()), ERASURE.ID.desc(), 1).stream().findFirst();
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
        var gone = erase(it.who(), it.id());
        var counts = counts(gone);
        trail.tellTaken(it.id(), it.who().words());
        db.update(ERASURE)
                .set(ERASURE.DONE_AT, time.instant())
                .set(ERASURE.COUNTS, JSONB.valueOf(JSON.writeValueAsString(counts)))
                .where(ERASURE.ID.eq(it.id()))
                .execute();
        events.publishEvent(new Erased(
                gone.stream().map(Gone::content).filter(Objects::nonNull).toList()));
    }

    void failed(Erasure it, String why) {
        db.update(ERASURE)
                .set(ERASURE.FAILURE, why)
                .where(ERASURE.ID.eq(it.id()))
                .execute();
    }

    /** So much of that went, and of a file's content, by its SHA-256, that nobody needs any more. */
    private record Gone(String what, long many, byte @Nullable [] content) {}

    private List<Gone> erase(Whom who, long id) {
        db.connection(
                it -> it.setNetworkTimeout(Runnable::run, (int) LONGEST.toMillis())); // for this transaction alone
        return switch (who) {
            case Whom.OfRequesters it ->
                db.selectFrom(ERASE.call(it.id().value(), id))
                        .fetch(row -> new Gone(row.get(ERASE.WHAT), row.get(ERASE.MANY), row.get(ERASE.SHA256)));
            case Whom.OfAgents it ->
                db.selectFrom(ERASE_AGENT.call(it.id().value(), id))
                        .fetch(row -> new Gone(row.get(ERASE_AGENT.WHAT), row.get(ERASE_AGENT.MANY), null));
        };
    }

    private static Map<String, Long> counts(List<Gone> gone) {
        var counts = new LinkedHashMap<String, Long>();
        gone.forEach(it -> counts.merge(it.what(), it.many(), Long::sum));
        return counts;
    }

    private static TableField<?, Long> column(Whom who) {
        return switch (who) {
            case Whom.OfRequesters _ -> ERASURE.REQUESTER;
            case Whom.OfAgents _ -> ERASURE.AGENT;
        };
    }

    private List<Erasure> read(Condition condition, SortField<?> order, int most) {
        return db.select(
                        ERASURE.ID,
                        ERASURE.REQUESTER,
                        ERASURE.AGENT,
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
                whom(row),
                row.get(AGENT.NAME),
                row.get(ERASURE.WHY),
                row.get(ERASURE.WANTED_AT),
                row.get(ERASURE.DONE_AT),
                counts == null ? Map.of() : JSON.readValue(counts.data(), new TypeReference<>() {}),
                row.get(ERASURE.FAILURE));
    }

    private static Whom whom(Record row) {
        var agent = row.get(ERASURE.AGENT);
        return agent == null
                ? new Whom.OfRequesters(new RequesterId(row.get(ERASURE.REQUESTER)))
                : new Whom.OfAgents(new AgentId(agent));
    }
}
