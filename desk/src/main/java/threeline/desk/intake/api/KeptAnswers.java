package threeline.desk.intake.api;

import static threeline.desk.db.intake.Tables.ANSWER;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Answers kept under their askers' keys, for two days. */
@Repository
@Transactional
class KeptAnswers {

    private static final Duration KEPT = Duration.ofHours(48);

    private final DSLContext db;
    private final InstantSource time;

    KeptAnswers(DSLContext db, InstantSource time) {
        this.db = db;
        this.time = time;
    }

    /** Keeps an answer; not if one is kept already. Whoever is just keeping one under the same key is waited for. */
    boolean keep(Asking asking, Answer answer) {
        var now = time.instant();
        return db.insertInto(ANSWER)
                        .set(ANSWER.AGENT, asking.by().value())
                        .set(ANSWER.ROUTE, asking.route())
                        .set(ANSWER.KEY, asking.key())
                        .set(ANSWER.DIGEST, asking.digest())
                        .set(ANSWER.STATUS, (short) answer.status())
                        .set(ANSWER.LOCATION, answer.location())
                        .set(ANSWER.BODY, answer.body())
                        .set(ANSWER.KEPT_AT, now)
                        .onConflict(ANSWER.TENANT, ANSWER.AGENT, ANSWER.ROUTE, ANSWER.KEY)
                        .doUpdate()
                        .setAllToExcluded()
                        .where(ANSWER.KEPT_AT.le(now.minus(KEPT)))
                        .execute()
                == 1;
    }

    /** What was answered to this before. The same key with something else in it is refused. */
    Optional<Answer> find(Asking asking) {
        return db.selectFrom(ANSWER)
                .where(
                        ANSWER.AGENT.eq(asking.by().value()),
                        ANSWER.ROUTE.eq(asking.route()),
                        ANSWER.KEY.eq(asking.key()),
                        ANSWER.KEPT_AT.gt(time.instant().minus(KEPT)))
                .fetchOptional()
                .map(kept -> {
                    if (!Arrays.equals(kept.getDigest(), asking.digest())) {
                        throw Asking.refused(
                                "This key was used before, with another body. Take a new key for a new thing.");
                    }
                    return new Answer(kept.getStatus(), kept.getLocation(), kept.getBody());
                });
    }

    /** Drops what is older than two days. */
    int purge() {
        return db.deleteFrom(ANSWER)
                .where(ANSWER.KEPT_AT.le(time.instant().minus(KEPT)))
                .execute();
    }
}
