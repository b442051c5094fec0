package threeline.desk.contract;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.val;
import static threeline.desk.db.contract.Tables.CHARTER_VERSION;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import threeline.desk.db.contract.tables.records.CharterVersionRecord;
import threeline.desk.tenant.Tenant;
import threeline.promises.charter.Charter;
import threeline.promises.charter.CharterFile;
import threeline.promises.keeping.Version;
import threeline.promises.source.Source;

/** Every version of the charter of the desk that we serve just now; what is known of them needs no transaction. */
@Component
public class Charters {

    /** How long another node's change may stay unseen. */
    private static final Duration STALE_AFTER = Duration.ofSeconds(5);

    private final DSLContext db;
    private final InstantSource time;
    private final ApplicationEventPublisher listeners;
    private final TransactionTemplate transactions;
    private final Map<UUID, Known> known = new ConcurrentHashMap<>();

    Charters(
            DSLContext db,
            InstantSource time,
            ApplicationEventPublisher listeners,
            PlatformTransactionManager transactions) {
        this.db = db;
        this.time = time;
        this.listeners = listeners;
        this.transactions = new TransactionTemplate(transactions);
    }

    /** The version that holds now; the first one held ever since. Refused where a desk has none. */
    public CharterInForce current() {
        var now = time.instant();
        var versions = versions();
        for (var version : versions.reversed()) {
            if (!version.inForceAt().isAfter(now)) {
                return version;
            }
        }
        return versions.getFirst();
    }

    /** All versions, the first first; there is at least one. */
    public List<CharterInForce> versions() {
        var tenant = Tenant.current().id();
        var now = time.instant();
        var it = known.get(tenant);
        if (it == null || it.isStale(now)) {
            var before = it;
            it = transactions.execute(_ -> reread(before, now));
            known.put(tenant, it);
        }
        if (it.versions().isEmpty()) {
            throw new IllegalStateException(
                    "no charter is in force for " + Tenant.current().slug());
        }
        return it.versions();
    }

    /** Puts a charter in force from now on; a text with errors is refused as {@link CharterRefused}. */
    @Transactional
    public CharterInForce putInForce(String text, String by, String why) {
        var charter = read(Tenant.current().slug() + ".yaml", text);
        var now = time.instant();
        var version = db.insertInto(CHARTER_VERSION)
                .columns(
                        CHARTER_VERSION.VERSION,
                        CHARTER_VERSION.TEXT,
                        CHARTER_VERSION.IN_FORCE_AT,
                        CHARTER_VERSION.PUT_BY,
                        CHARTER_VERSION.WHY)
                .select(db.select(
                                coalesce(max(CHARTER_VERSION.VERSION), 0).plus(1),
                                val(text),
                                val(now),
                                val(by),
                                val(why))
                        .from(CHARTER_VERSION))
                .returningResult(CHARTER_VERSION.VERSION)
                .fetchSingle()
                .value1();
        known.remove(Tenant.current().id());
        var put = new CharterInForce(version, text, new Version(charter, "" + version, now));
        listeners.publishEvent(new CharterPut(Tenant.current(), put));
        return put;
    }

    private Known reread(@Nullable Known before, Instant now) {
        var newest = db.fetchCount(CHARTER_VERSION);
        if (before != null && before.versions().size() == newest) {
            return new Known(before.versions(), now);
        }
        return new Known(
                db.selectFrom(CHARTER_VERSION).orderBy(CHARTER_VERSION.VERSION).fetch(Charters::inForce), now);
    }

    private static CharterInForce inForce(CharterVersionRecord row) {
        var name = "" + row.getVersion();
        var charter = read("version " + name, row.getText());
        return new CharterInForce(row.getVersion(), row.getText(), new Version(charter, name, row.getInForceAt()));
    }

    private static Charter read(String name, String text) {
        var reading = CharterFile.read(new Source(name, text));
        var charter = reading.charter();
        if (charter == null) {
            throw new CharterRefused(reading.findings());
        }
        return charter;
    }

    private record Known(List<CharterInForce> versions, Instant seenAt) {

        boolean isStale(Instant now) {
            return Duration.between(seenAt, now).abs().compareTo(STALE_AFTER) > 0;
        }
    }
}
