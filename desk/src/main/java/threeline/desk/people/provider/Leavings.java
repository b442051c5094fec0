package threeline.desk.people.provider;

import static threeline.desk.db.people.Tables.LEAVING;

import java.time.Duration;
import java.time.InstantSource;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import threeline.desk.people.access.Secret;

/** What providers have told of somebody's leaving, for as long as it would be believed again. */
@Repository
@Transactional
class Leavings {

    private static final Duration REMEMBERED = Duration.ofHours(1);

    private final DSLContext db;
    private final InstantSource time;

    Leavings(DSLContext db, InstantSource time) {
        this.db = db;
        this.time = time;
    }

    /** Of several who tell the same at once, one does. */
    boolean isNews(String issuer, String token) {
        var now = time.instant();
        db.deleteFrom(LEAVING).where(LEAVING.TOLD_AT.le(now.minus(REMEMBERED))).execute();
        return db.insertInto(LEAVING)
                        .set(LEAVING.ISSUER, issuer)
                        .set(LEAVING.TOKEN, new Secret(token).hash())
                        .set(LEAVING.TOLD_AT, now)
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }
}
