package threeline.desk.contract;

import static threeline.desk.db.contract.Tables.CHARTER_VERSION;
import static threeline.desk.db.contract.Tables.TENANTS_WITH_COMING;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import threeline.desk.db.contract.tables.records.CharterVersionRecord;
import threeline.desk.tenant.Tenant;

/** The version that is planned: made ready for, and put in force when its instant has come. */
@Component
class Coming {

    private static final Logger LOG = LoggerFactory.getLogger(Coming.class);
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final String DESK = "the desk itself";

    private final DSLContext db;
    private final InstantSource time;
    private final Rulings rulings;
    private final Follower follower;
    private final ApplicationEventPublisher listeners;

    Coming(DSLContext db, InstantSource time, Rulings rulings, Follower follower, ApplicationEventPublisher listeners) {
        this.db = db;
        this.time = time;
        this.rulings = rulings;
        this.follower = follower;
        this.listeners = listeners;
    }

    /** Desks whose next version comes by then. */
    List<UUID> tenants(Instant byThen) {
        return db.selectFrom(TENANTS_WITH_COMING.call(byThen)).fetch(row -> row.get(0, UUID.class));
    }

    /** Makes ready for it, unless another node is at it. That this one is, ends with this transaction, however it ends. */
    @Transactional
    public void prepare() {
        var mine = db.select(DSL.field(
                        "pg_try_advisory_xact_lock(hashtextextended(tenant.current()::text, 61))", Boolean.class))
                .fetchSingle()
                .value1();
        if (mine) {
            db.selectFrom(CHARTER_VERSION)
                    .where(CHARTER_VERSION.STATE.eq(VersionState.COMING.word()))
                    .fetchOptional(RulingReader::inForce)
                    .ifPresent(follower::prepare);
        }
    }

    /** Whether what follows from it is ready, as far as there is such a version; or it is too late to wait for that. */
    @Transactional(readOnly = true)
    public boolean isReady() {
        return db.selectFrom(CHARTER_VERSION)
                .where(CHARTER_VERSION.STATE.eq(VersionState.COMING.word()))
                .fetchOptional(RulingReader::inForce)
                .filter(it -> time.instant().isBefore(it.inForceAt().plus(PATIENCE)))
                .map(follower::isReady)
                .orElse(true);
    }

    /** Puts it in force if its instant has come: one step for all tickets. */
    @Transactional
    public void takeEffect() {
        rulings.change();
        find().filter(row -> !row.getInForceAt().isAfter(time.instant())).ifPresent(this::takeEffect);
    }

    private void takeEffect(CharterVersionRecord row) {
        var coming = RulingReader.inForce(row);
        var drops = CharterDrops.of(coming.charter(), follower.inUse());
        if (drops.isEmpty()) {
            putInForce(coming);
        } else {
            LOG.warn("version {} did not come: {}", coming.number(), drops.told());
            refuse(coming, drops);
        }
    }

    private void putInForce(CharterInForce coming) {
        db.update(CHARTER_VERSION)
                .set(CHARTER_VERSION.STATE, VersionState.IN_FORCE.word())
                .where(CHARTER_VERSION.VERSION.eq(coming.number()))
                .execute();
        rulings.changed();
        listeners.publishEvent(new CharterPut(Tenant.current(), coming));
    }

    /** Tickets came to use meanwhile what it drops. */
    private void refuse(CharterInForce coming, CharterDrops drops) {
        db.update(CHARTER_VERSION)
                .set(CHARTER_VERSION.STATE, VersionState.WITHDRAWN.word())
                .set(CHARTER_VERSION.WITHDRAWN_AT, time.instant())
                .set(CHARTER_VERSION.WITHDRAWN_BY, DESK)
                .set(CHARTER_VERSION.WITHDRAWN_WHY, "When its time came, " + drops.told())
                .where(CHARTER_VERSION.VERSION.eq(coming.number()))
                .execute();
    }

    private Optional<CharterVersionRecord> find() {
        return db.selectFrom(CHARTER_VERSION)
                .where(CHARTER_VERSION.STATE.eq(VersionState.COMING.word()))
                .forUpdate()
                .fetchOptional();
    }
}
