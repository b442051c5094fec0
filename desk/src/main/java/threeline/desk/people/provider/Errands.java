package threeline.desk.people.provider;

import static threeline.desk.db.people.Tables.ERRAND;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import threeline.desk.people.AgentId;
import threeline.desk.people.access.Secret;

/** Those who went to a provider and are not back. Each comes back once, soon, and in the browser that went. */
@Repository
@Transactional
class Errands {

    private static final Duration LIFE = Duration.ofMinutes(10);

    private final DSLContext db;
    private final InstantSource time;

    Errands(DSLContext db, InstantSource time) {
        this.db = db;
        this.time = time;
    }

    void add(Secret state, Errand it) {
        var now = time.instant();
        var bound = it.bound();
        db.deleteFrom(ERRAND).where(ERRAND.MADE_AT.le(now.minus(LIFE))).execute();
        db.insertInto(ERRAND)
                .set(ERRAND.STATE, state.hash())
                .set(ERRAND.BROWSER, it.browser().hash())
                .set(ERRAND.PROVIDER, it.provider())
                .set(ERRAND.AGENT, bound == null ? null : bound.value())
                .set(ERRAND.INVITED, it.invited())
                .set(ERRAND.BACK, it.back())
                .set(ERRAND.ONWARD, it.onward())
                .set(ERRAND.MADE_AT, now)
                .execute();
    }

    /** Of several who come back at once with the same, one is let on. */
    Optional<Errand> take(Secret state, Secret browser, long provider) {
        return db.deleteFrom(ERRAND)
                .where(
                        ERRAND.STATE.eq(state.hash()),
                        ERRAND.BROWSER.eq(browser.hash()),
                        ERRAND.PROVIDER.eq(provider),
                        ERRAND.MADE_AT.gt(time.instant().minus(LIFE)))
                .returning()
                .fetchOptional(row -> new Errand(
                        row.getProvider(),
                        browser,
                        row.getAgent() == null ? null : new AgentId(row.getAgent()),
                        row.getInvited(),
                        row.getBack(),
                        row.getOnward()));
    }
}
