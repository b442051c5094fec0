package threeline.desk.contract;

import static java.util.stream.Collectors.toMap;
import static org.jooq.impl.DSL.any;
import static threeline.desk.db.contract.Tables.CHARTER_VERSION;
import static threeline.desk.db.contract.Tables.CONTRACT_;
import static threeline.desk.db.contract.Tables.HOLD_STILL;
import static threeline.desk.db.contract.Tables.RELEASE_MOVE;
import static threeline.desk.db.contract.Tables.RULING;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import threeline.desk.db.contract.Routines;
import threeline.desk.db.contract.tables.records.CharterVersionRecord;
import threeline.desk.db.contract.tables.records.ContractRecord;
import threeline.desk.people.OrganizationId;
import threeline.promises.calendar.Region;
import threeline.promises.keeping.Terms;
import threeline.promises.keeping.Version;

/** Reads what rules promises from where it is kept. */
@Repository
class RulingReader {

    private final DSLContext db;
    private final InstantSource time;

    RulingReader(DSLContext db, InstantSource time) {
        this.db = db;
        this.time = time;
    }

    /** Waits for whoever is changing it; nobody does from here to the end of the transaction. */
    Ruling.Held holdStill() {
        return db.selectFrom(HOLD_STILL.call())
                .fetchSingle(row -> new Ruling.Held(row.getChanges(), row.getComingAt()));
    }

    /** Waits for whoever holds it still; from here to the end of the transaction it is ours to change. */
    void change() {
        Routines.changeRuling(db.configuration());
    }

    /** What was changed is counted first, so that a change meanwhile is read again rather than missed. */
    Ruling read(@Nullable Ruling before) {
        var changes = db.select(RULING.CHANGES)
                .from(RULING)
                .fetchOptional(RULING.CHANGES)
                .orElse(0L);
        var coming = db.select(CHARTER_VERSION.IN_FORCE_AT)
                .from(CHARTER_VERSION)
                .where(CHARTER_VERSION.STATE.eq(VersionState.COMING.word()))
                .fetchOne(CHARTER_VERSION.IN_FORCE_AT);
        return before != null && before.changes() == changes && changes > 0
                ? before.still(coming, time.instant())
                : new Ruling(versions(before), moves(), contracts(), changes, coming, time.instant());
    }

    private List<CharterInForce> versions(@Nullable Ruling before) {
        var known = before == null
                ? Map.<Integer, CharterInForce>of()
                : before.versions().stream().collect(toMap(CharterInForce::number, Function.identity()));
        var inForce = db.select(CHARTER_VERSION.VERSION)
                .from(CHARTER_VERSION)
                .where(CHARTER_VERSION.STATE.eq(VersionState.IN_FORCE.word()))
                .orderBy(CHARTER_VERSION.IN_FORCE_AT, CHARTER_VERSION.VERSION)
                .fetch(CHARTER_VERSION.VERSION);
        var fresh = read(inForce.stream().filter(it -> !known.containsKey(it)).toList());
        return inForce.stream()
                .map(it -> known.containsKey(it) ? known.get(it) : fresh.get(it))
                .toList();
    }

    /** A version's text never changes, so each is read once. */
    private Map<Integer, CharterInForce> read(List<Integer> versions) {
        return versions.isEmpty()
                ? Map.of()
                : db.selectFrom(CHARTER_VERSION)
                        .where(CHARTER_VERSION.VERSION.eq(any(versions.toArray(Integer[]::new))))
                        .fetchMap(CharterVersionRecord::getVersion, RulingReader::inForce);
    }

    private List<ReleaseMove> moves() {
        return db.selectFrom(RELEASE_MOVE)
                .orderBy(RELEASE_MOVE.MOVE)
                .fetch(row -> new ReleaseMove(
                        row.getAt(), row.getRelease(), row.getMovedTo(), row.getMovedBy(), row.getWhy()));
    }

    private KnownContracts contracts() {
        return KnownContracts.of(db.selectFrom(CONTRACT_)
                .orderBy(CONTRACT_.ORGANIZATION, CONTRACT_.SINCE)
                .fetch(RulingReader::contract));
    }

    private static Contract contract(ContractRecord row) {
        var zone = row.getZone();
        var holidays = row.getHolidays();
        var terms = new Terms(
                row.getPackage(),
                zone == null ? null : ZoneId.of(zone),
                holidays == null ? null : new Region(holidays));
        return new Contract(new OrganizationId(row.getOrganization()), row.getSince(), terms, row.getPutBy());
    }

    static CharterInForce inForce(CharterVersionRecord row) {
        var name = "" + row.getVersion();
        var charter = CharterText.read("version " + name, row.getText());
        return new CharterInForce(row.getVersion(), row.getText(), new Version(charter, name, row.getInForceAt()));
    }
}
