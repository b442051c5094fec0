package threeline.desk.webhook;

import static threeline.desk.db.webhook.Tables.DELIVERY;
import static threeline.desk.db.webhook.Tables.HOOK;
import static threeline.desk.db.webhook.Tables.TENANTS_WITH_DELIVERIES;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectOnConditionStep;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What is told to whom, until they have it: at once, and then ever later, for three days. */
@Repository
@Transactional
public class Deliveries {

    /** Standard Webhooks' own steps. */
    private static final List<Duration> AGAIN_AFTER = List.of(
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(14),
            Duration.ofHours(20),
            Duration.ofHours(24));

    /** Longer than any try takes: whoever took one and died with it has given it back by then. */
    private static final Duration LEASE = Duration.ofMinutes(1);

    private static final Duration KEPT = Duration.ofDays(30);
    private static final int AT_ONCE = 20;

    private final DSLContext db;
    private final InstantSource time;

    Deliveries(DSLContext db, InstantSource time) {
        this.db = db;
        this.time = time;
    }

    /** Leaves something to be told; it is, once the transaction at hand is committed. */
    void add(long hook, String kind, String payload) {
        var now = time.instant();
        db.insertInto(DELIVERY)
                .set(DELIVERY.HOOK, hook)
                .set(DELIVERY.MESSAGE, UUID.randomUUID())
                .set(DELIVERY.KIND, kind)
                .set(DELIVERY.PAYLOAD, payload)
                .set(DELIVERY.MADE_AT, now)
                .set(DELIVERY.DUE_AT, now)
                .execute();
    }

    List<UUID> tenantsWithDue() {
        return db.selectFrom(TENANTS_WITH_DELIVERIES.call(time.instant())).fetch(row -> row.get(0, UUID.class));
    }

    /** Takes what is due, so that no other node does; a try that is never reported counts as one that failed. */
    List<Delivery> take() {
        var now = time.instant();
        var ids = db.select(DELIVERY.ID)
                .from(DELIVERY)
                .where(DELIVERY.DUE_AT.le(now))
                .orderBy(DELIVERY.DUE_AT)
                .limit(AT_ONCE)
                .forUpdate()
                .skipLocked()
                .fetch(DELIVERY.ID);
        db.update(DELIVERY)
                .set(DELIVERY.TRIES, DELIVERY.TRIES.plus(1))
                .set(DELIVERY.TRIED_AT, now)
                .set(DELIVERY.DUE_AT, now.plus(LEASE))
                .where(DELIVERY.ID.in(ids))
                .execute();
        return deliveries().where(DELIVERY.ID.in(ids)).orderBy(DELIVERY.ID).fetch(Deliveries::read);
    }

    void delivered(Delivery it, String answer) {
        end(it, "delivered", answer);
    }

    /** Later again; after the last time, never. */
    void failed(Delivery it, String answer) {
        if (it.tries() > AGAIN_AFTER.size()) {
            end(it, "given up", answer);
            return;
        }
        db.update(DELIVERY)
                .set(DELIVERY.ANSWER, answer)
                .set(DELIVERY.DUE_AT, time.instant().plus(AGAIN_AFTER.get(it.tries() - 1)))
                .where(DELIVERY.ID.eq(it.id()), DELIVERY.DUE_AT.isNotNull())
                .execute();
    }

    void givenUp(Delivery it, String answer) {
        end(it, "given up", answer);
    }

    private void end(Delivery it, String state, String answer) {
        db.update(DELIVERY)
                .set(DELIVERY.STATE, state)
                .set(DELIVERY.ANSWER, answer)
                .setNull(DELIVERY.DUE_AT)
                .where(DELIVERY.ID.eq(it.id()))
                .execute();
        db.deleteFrom(DELIVERY)
                .where(
                        DELIVERY.DUE_AT.isNull(),
                        DELIVERY.MADE_AT.lt(time.instant().minus(KEPT)))
                .execute();
    }

    /** The latest, of all programs. */
    @Transactional(readOnly = true)
    public List<Delivery> latest(int most) {
        return deliveries().orderBy(DELIVERY.ID.desc()).limit(most).fetch(Deliveries::read);
    }

    @Transactional(readOnly = true)
    public Optional<Delivery> find(long id) {
        return deliveries().where(DELIVERY.ID.eq(id)).fetchOptional(Deliveries::read);
    }

    /** Tells it once more, under the same id, whatever became of it; not to a program that has ended. */
    public void again(long id) {
        db.update(DELIVERY)
                .set(DELIVERY.STATE, "waiting")
                .set(DELIVERY.TRIES, 0)
                .set(DELIVERY.DUE_AT, time.instant())
                .where(DELIVERY.ID.eq(id), hookIsOpen())
                .execute();
    }

    private Condition hookIsOpen() {
        return DELIVERY.HOOK.in(db.select(HOOK.ID).from(HOOK).where(HOOK.ENDED_AT.isNull()));
    }

    private SelectOnConditionStep<?> deliveries() {
        return db.select(
                        DELIVERY.ID,
                        DELIVERY.HOOK,
                        HOOK.URL,
                        DELIVERY.MESSAGE,
                        DELIVERY.KIND,
                        DELIVERY.PAYLOAD,
                        DELIVERY.MADE_AT,
                        DELIVERY.TRIES,
                        DELIVERY.DUE_AT,
                        DELIVERY.STATE,
                        DELIVERY.ANSWER)
                .from(DELIVERY)
                .join(HOOK)
                .on(HOOK.ID.eq(DELIVERY.HOOK));
    }

    private static Delivery read(Record row) {
        return new Delivery(
                row.get(DELIVERY.ID),
                row.get(DELIVERY.HOOK),
                row.get(HOOK.URL),
                row.get(DELIVERY.MESSAGE),
                row.get(DELIVERY.KIND),
                row.get(DELIVERY.PAYLOAD),
                row.get(DELIVERY.MADE_AT),
                row.get(DELIVERY.TRIES),
                row.get(DELIVERY.DUE_AT),
                row.get(DELIVERY.STATE),
                row.get(DELIVERY.ANSWER));
    }
}
