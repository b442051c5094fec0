package threeline.desk.contract;

import static java.util.stream.Collectors.toMap;
import static threeline.desk.db.contract.Tables.CHARTER_VERSION;
import static threeline.desk.db.contract.Tables.HOLD_STILL;
import static threeline.desk.db.contract.Tables.RELEASE_MOVE;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import threeline.desk.db.contract.Routines;
import threeline.desk.db.contract.tables.records.CharterVersionRecord;
import threeline.desk.db.contract.tables.records.ReleaseMoveRecord;
import threeline.desk.tenant.Tenant;
import threeline.promises.keeping.Version;

/**
 * What rules promises at each desk. Who only reads gets what was seen a moment ago; a transaction that holds it still
 * gets exactly what rules, and nothing of it changes until that transaction ends.
 */
@Component
class Rulings {

    private static final ScopedValue<Ruling> SUPPOSED = ScopedValue.newInstance();
    private static final Duration OVERDUE = Duration.ofSeconds(10);

    private final DSLContext db;
    private final InstantSource time;
    private final TransactionTemplate transactions;
    private final Map<UUID, Ruling> seen = new ConcurrentHashMap<>();

    Rulings(DSLContext db, InstantSource time, PlatformTransactionManager transactions) {
        this.db = db;
        this.time = time;
        this.transactions = new TransactionTemplate(transactions);
    }

    Ruling current() {
        if (SUPPOSED.isBound()) {
            return SUPPOSED.get();
        }
        var held = HeldStill.find(this);
        return held == null ? lately() : held.ruling(() -> exactly(held));
    }

    /** From here to the end of this transaction nothing of it changes. Waits for whoever is changing it. */
    void holdStill() {
        if (HeldStill.find(this) == null) {
            var marks = db.selectFrom(HOLD_STILL.call())
                    .fetchSingle(row -> new Ruling.Held(row.getVersions(), row.getMoves(), row.getComingAt()));
            HeldStill.bind(this, marks, () -> {});
        }
    }

    /** This transaction is going to change it, and nobody writes to a ticket until it ends. */
    void change() {
        Routines.changeRuling(db.configuration());
        var held = HeldStill.find(this);
        if (held == null) {
            var tenant = Tenant.current().id();
            HeldStill.bind(this, null, () -> seen.remove(tenant));
        } else {
            held.changed();
        }
    }

    /** This transaction has changed it. */
    void changed() {
        var held = HeldStill.find(this);
        if (held != null) {
            held.changed();
        }
    }

    <T> T asIf(CharterInForce next, Supplier<T> work) {
        var ruling = current();
        var versions = new ArrayList<>(ruling.versions());
        versions.add(next);
        return supposing(versions, ruling, work);
    }

    <T> T asIfEver(CharterInForce other, Supplier<T> work) {
        return supposing(List.of(other), current(), work);
    }

    private static <T> T supposing(List<CharterInForce> versions, Ruling ruling, Supplier<T> work) {
        return ScopedValue.where(SUPPOSED, new Ruling(versions, ruling.moves(), null, ruling.seenAt()))
                .call(work::get);
    }

    /** What is written under what rules now, is written before something else does; unless that is long overdue. */
    Instant notPast(Instant now) {
        var held = HeldStill.find(this);
        var marks = held == null ? null : held.marks();
        var comingAt = marks == null ? null : marks.comingAt();
        return comingAt != null && !comingAt.isAfter(now) && now.isBefore(comingAt.plus(OVERDUE))
                ? comingAt.minus(1, ChronoUnit.MICROS)
                : now;
    }

    private Ruling lately() {
        var tenant = Tenant.current().id();
        var it = seen.get(tenant);
        if (it == null || it.isStale(time.instant())) {
            var before = it;
            it = transactions.execute(_ -> read(before));
            seen.put(tenant, it);
        }
        return it;
    }

    /** What this very transaction changes may yet be undone, so nobody else gets to see it. */
    private Ruling exactly(HeldStill held) {
        var tenant = Tenant.current().id();
        var known = seen.get(tenant);
        var marks = held.marks();
        if (marks == null) {
            return read(known);
        }
        if (known == null || !known.isStill(marks)) {
            known = read(known);
            seen.put(tenant, known);
        }
        return known;
    }

    private Ruling read(@Nullable Ruling before) {
        var known = before == null
                ? Map.<Integer, CharterInForce>of()
                : before.versions().stream().collect(toMap(CharterInForce::number, Function.identity()));
        var versions = db.selectFrom(CHARTER_VERSION)
                .where(CHARTER_VERSION.STATE.eq(VersionState.IN_FORCE.word()))
                .orderBy(CHARTER_VERSION.IN_FORCE_AT, CHARTER_VERSION.VERSION)
                .fetch(row -> known.containsKey(row.getVersion()) ? known.get(row.getVersion()) : inForce(row));
        var moves = db.selectFrom(RELEASE_MOVE).orderBy(RELEASE_MOVE.MOVE).fetch(Rulings::move);
        var comingAt = db.select(CHARTER_VERSION.IN_FORCE_AT)
                .from(CHARTER_VERSION)
                .where(CHARTER_VERSION.STATE.eq(VersionState.COMING.word()))
                .fetchOne(CHARTER_VERSION.IN_FORCE_AT);
        return new Ruling(versions, moves, comingAt, time.instant());
    }

    private static ReleaseMove move(ReleaseMoveRecord row) {
        return new ReleaseMove(row.getAt(), row.getRelease(), row.getMovedTo(), row.getMovedBy(), row.getWhy());
    }

    static CharterInForce inForce(CharterVersionRecord row) {
        var name = "" + row.getVersion();
        var charter = CharterText.read("version " + name, row.getText());
        return new CharterInForce(row.getVersion(), row.getText(), new Version(charter, name, row.getInForceAt()));
    }
}
