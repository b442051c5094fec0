package threeline.desk.contract;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.val;
import static threeline.desk.db.contract.Tables.CHARTER_VERSION;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import threeline.desk.contract.CharterVersion.Word;
import threeline.desk.tenant.Tenant;
import threeline.promises.keeping.Version;

/** Every version of the charter of the desk that we serve just now; what is known of them needs no transaction. */
@Component
public class Charters {

    private final DSLContext db;
    private final InstantSource time;
    private final Rulings rulings;
    private final ApplicationEventPublisher listeners;

    Charters(DSLContext db, InstantSource time, Rulings rulings, ApplicationEventPublisher listeners) {
        this.db = db;
        this.time = time;
        this.rulings = rulings;
        this.listeners = listeners;
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

    /** All versions that are or were in force, the first first; there is at least one. */
    public List<CharterInForce> versions() {
        var versions = rulings.current().versions();
        if (versions.isEmpty()) {
            throw new IllegalStateException(
                    "no charter is in force for " + Tenant.current().slug());
        }
        return versions;
    }

    /**
     * From here to the end of the running transaction, no version comes into force, no release is moved, no contract agreed. Whoever
     * writes to tickets asks this first, before any row is locked; what changes it waits for them, and they for it.
     */
    public void holdStill() {
        rulings.holdStill();
    }

    /**
     * Time as acts are dated by: in a transaction that holds still, what is written comes before the version that is
     * about to come, whatever a node's clock says, for it is judged without it.
     */
    public InstantSource before(InstantSource clock) {
        return () -> rulings.notPast(clock.instant());
    }

    /** Now, or just after the last change of what rules promises, where this node's clock is behind that. */
    public Instant afterRuling(Instant now) {
        return rulings.current().after(now);
    }

    /** How many releases were moved and contracts agreed so far: with another number, judge again. */
    public int known() {
        return rulings.current().known();
    }

    /** Does something as if another version were in force after those that are. */
    public <T> T asIf(CharterInForce next, Supplier<T> work) {
        return rulings.asIf(next, work);
    }

    /** Does something as if another version had been in force from the beginning. */
    public <T> T asIfEver(CharterInForce other, Supplier<T> work) {
        return rulings.asIfEver(other, work);
    }

    /** A text as the version that it would be, if it came into force then. */
    public CharterInForce supposed(String text, Instant inForceAt) {
        var number = versions().getLast().number() + 1;
        var charter = CharterText.read("charter.yaml", text);
        return new CharterInForce(number, text, new Version(charter, "" + number, inForceAt));
    }

    /** Puts a charter in force from now on; a text with errors is refused as {@link CharterRefused}. */
    @Transactional
    public CharterInForce putInForce(String text, String by, String why) {
        var charter = CharterText.read(Tenant.current().slug() + ".yaml", text);
        rulings.change();
        var now = time.instant();
        var version = add(text, VersionState.IN_FORCE, now, new Word(by, now, why));
        rulings.changed();
        var put = new CharterInForce(version, text, new Version(charter, "" + version, now));
        listeners.publishEvent(new CharterPut(Tenant.current(), put));
        return put;
    }

    /** Writes down another version; unseen by those who judge while it is only coming. */
    int add(String text, VersionState state, Instant inForceAt, Word put) {
        return db.insertInto(CHARTER_VERSION)
                .columns(
                        CHARTER_VERSION.VERSION,
                        CHARTER_VERSION.TEXT,
                        CHARTER_VERSION.STATE,
                        CHARTER_VERSION.IN_FORCE_AT,
                        CHARTER_VERSION.PUT_AT,
                        CHARTER_VERSION.PUT_BY,
                        CHARTER_VERSION.WHY)
                .select(db.select(
                                coalesce(max(CHARTER_VERSION.VERSION), 0).plus(1),
                                val(text),
                                val(state.word()),
                                val(inForceAt),
                                val(put.at()),
                                val(put.by()),
                                val(put.why()))
                        .from(CHARTER_VERSION))
                .returningResult(CHARTER_VERSION.VERSION)
                .fetchSingle()
                .value1();
    }
}
