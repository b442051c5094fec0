package threeline.desk.ticket;

import static threeline.desk.db.ticket.Tables.INSPECTION;
import static threeline.desk.db.ticket.Tables.TENANTS_WITH_INSPECTIONS;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Which files were looked at, and what was found; by their content, so that each is looked at once. */
@Repository
@Transactional
class Inspections {

    private static final Duration AGAIN_AFTER = Duration.ofSeconds(30);
    private static final int MOST = 20;
    private static final int LONGEST = 300;

    private final DSLContext db;
    private final InstantSource time;
    private final Scanner scanner;

    Inspections(DSLContext db, InstantSource time, Scanner scanner) {
        this.db = db;
        this.time = time;
        this.scanner = scanner;
    }

    /** Has a content looked at, in the transaction that keeps it. */
    void want(byte[] sha256) {
        if (scanner.isThere()) {
            db.insertInto(INSPECTION, INSPECTION.SHA256, INSPECTION.DUE_AT)
                    .values(sha256, time.instant())
                    .onConflictDoNothing()
                    .execute();
        }
    }

    /** How it stands with a content. One that was kept before there was a scanner is looked at now. */
    Inspection of(byte[] sha256) {
        if (!scanner.isThere()) {
            return new Inspection.Free();
        }
        want(sha256);
        return db.select(INSPECTION.DUE_AT, INSPECTION.FOUND, INSPECTION.SAID)
                .from(INSPECTION)
                .where(INSPECTION.SHA256.eq(sha256))
                .fetchSingle(row -> state(row.value1(), row.value2(), row.value3()));
    }

    private static Inspection state(@Nullable Instant dueAt, @Nullable String found, @Nullable String said) {
        if (dueAt != null) {
            return new Inspection.Held(said);
        }
        return found == null ? new Inspection.Free() : new Inspection.Refused(found);
    }

    /** It was looked at before it was kept. */
    void cleared(byte[] sha256) {
        db.insertInto(INSPECTION, INSPECTION.SHA256)
                .values(sha256)
                .onConflict(INSPECTION.TENANT, INSPECTION.SHA256)
                .doUpdate()
                .setNull(INSPECTION.DUE_AT)
                .setNull(INSPECTION.SAID)
                .execute();
    }

    List<UUID> tenantsWithDue() {
        return db.selectFrom(TENANTS_WITH_INSPECTIONS.call(time.instant())).fetch(row -> row.get(0, UUID.class));
    }

    List<byte[]> due() {
        return db.select(INSPECTION.SHA256)
                .from(INSPECTION)
                .where(INSPECTION.DUE_AT.le(time.instant()))
                .orderBy(INSPECTION.DUE_AT)
                .limit(MOST)
                .fetch(INSPECTION.SHA256);
    }

    void done(byte[] sha256, Optional<String> found) {
        db.update(INSPECTION)
                .setNull(INSPECTION.DUE_AT)
                .set(INSPECTION.FOUND, found.map(Inspections::cut).orElse(null))
                .setNull(INSPECTION.SAID)
                .where(INSPECTION.SHA256.eq(sha256))
                .execute();
    }

    /** It stays held, and is tried again in a while. */
    void failed(byte[] sha256, String why) {
        db.update(INSPECTION)
                .set(INSPECTION.DUE_AT, time.instant().plus(AGAIN_AFTER))
                .set(INSPECTION.SAID, cut(why))
                .where(INSPECTION.SHA256.eq(sha256))
                .execute();
    }

    private static String cut(String text) {
        var plain = text.replace('\0', ' ');
        return plain.length() > LONGEST ? plain.substring(0, LONGEST) : plain;
    }
}
