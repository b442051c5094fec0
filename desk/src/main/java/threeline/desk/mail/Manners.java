package threeline.desk.mail;

import static threeline.desk.db.mail.Tables.MANNER;

import java.time.Duration;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** How the current tenant's mail leaves. */
@Repository
@Transactional
public class Manners {

    private final DSLContext db;

    Manners(DSLContext db) {
        this.db = db;
    }

    @Transactional(readOnly = true)
    public Manner current() {
        return db.selectFrom(MANNER)
                .fetchOptional(row -> new Manner(Duration.ofSeconds(row.getUndoSeconds()), row.getMarker()))
                .orElse(Manner.USUAL);
    }

    public void are(Manner manner) {
        var seconds = (int) manner.undo().toSeconds();
        db.insertInto(MANNER, MANNER.UNDO_SECONDS, MANNER.MARKER)
                .values(seconds, manner.marker())
                .onConflict(MANNER.TENANT)
                .doUpdate()
                .set(MANNER.UNDO_SECONDS, seconds)
                .set(MANNER.MARKER, manner.marker())
                .execute();
    }
}
