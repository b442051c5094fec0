package threeline.desk.contract;

import static java.util.Objects.requireNonNull;
import static threeline.desk.db.contract.Tables.CHARTER_VERSION;

import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import threeline.desk.contract.CharterVersion.Word;
import threeline.desk.db.contract.tables.records.CharterVersionRecord;

/** Every version of the desk's charter that there ever was: in force, coming, withdrawn. */
@Repository
@Transactional(readOnly = true)
public class CharterVersions {

    private final DSLContext db;

    CharterVersions(DSLContext db) {
        this.db = db;
    }

    /** The newest first. */
    public List<CharterVersion> all() {
        return db.selectFrom(CHARTER_VERSION)
                .orderBy(CHARTER_VERSION.VERSION.desc())
                .fetch(CharterVersions::read);
    }

    public Optional<CharterVersion> find(int number) {
        return db.selectFrom(CHARTER_VERSION)
                .where(CHARTER_VERSION.VERSION.eq(number))
                .fetchOptional(CharterVersions::read);
    }

    /** As its author wrote it. */
    public Optional<String> text(int number) {
        return db.select(CHARTER_VERSION.TEXT)
                .from(CHARTER_VERSION)
                .where(CHARTER_VERSION.VERSION.eq(number))
                .fetchOptional(CHARTER_VERSION.TEXT);
    }

    /** The one that is planned; there is at most one. */
    public Optional<CharterVersion> coming() {
        return db.selectFrom(CHARTER_VERSION)
                .where(CHARTER_VERSION.STATE.eq(VersionState.COMING.word()))
                .fetchOptional(CharterVersions::read);
    }

    private static CharterVersion read(CharterVersionRecord row) {
        var withdrawnAt = row.getWithdrawnAt();
        return new CharterVersion(
                row.getVersion(),
                VersionState.of(row.getState()),
                row.getInForceAt(),
                new Word(row.getPutBy(), row.getPutAt(), row.getWhy()),
                withdrawnAt == null
                        ? null
                        : new Word(
                                requireNonNull(row.getWithdrawnBy()),
                                withdrawnAt,
                                requireNonNull(row.getWithdrawnWhy())));
    }
}
