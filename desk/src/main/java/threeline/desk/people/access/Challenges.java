package threeline.desk.people.access;

import static threeline.desk.db.people.Tables.CHALLENGE;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What devices are asked to sign: each once, and not for long. */
@Repository
@Transactional
class Challenges {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Duration LIFE = Duration.ofMinutes(5);
    private static final int BYTES = 32;

    private final DSLContext db;
    private final InstantSource time;

    Challenges(DSLContext db, InstantSource time) {
        this.db = db;
        this.time = time;
    }

    byte[] make() {
        var now = time.instant();
        var challenge = new byte[BYTES];
        RANDOM.nextBytes(challenge);
        db.deleteFrom(CHALLENGE).where(CHALLENGE.MADE_AT.le(now.minus(LIFE))).execute();
        db.insertInto(CHALLENGE, CHALLENGE.CHALLENGE_, CHALLENGE.MADE_AT)
                .values(challenge, now)
                .execute();
        return challenge;
    }

    /** Whether we asked for it, and nobody has answered it before. */
    boolean use(byte[] challenge) {
        return db.deleteFrom(CHALLENGE)
                        .where(
                                CHALLENGE.CHALLENGE_.eq(challenge),
                                CHALLENGE.MADE_AT.gt(time.instant().minus(LIFE)))
                        .execute()
                == 1;
    }
}
