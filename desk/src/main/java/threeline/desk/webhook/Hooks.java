package threeline.desk.webhook;

import static threeline.desk.db.webhook.Tables.DELIVERY;
import static threeline.desk.db.webhook.Tables.HOOK;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import threeline.desk.tenant.Vault;

/** The programs that a desk tells. */
@Repository
@Transactional
public class Hooks {

    private static final String PURPOSE = "webhook";

    private final DSLContext db;
    private final InstantSource time;
    private final Vault vault;

    Hooks(DSLContext db, InstantSource time, Vault vault) {
        this.db = db;
        this.time = time;
        this.vault = vault;
    }

    /** A new one; gives the secret that it checks signatures with, this once. */
    public String add(String url) {
        var secret = Signature.freshSecret();
        db.insertInto(HOOK, HOOK.URL, HOOK.SECRET, HOOK.MADE_AT)
                .values(Destination.parse(url).uri().toString(), vault.lock(PURPOSE, secret), time.instant())
                .execute();
        return secret;
    }

    public List<Hook> all() {
        return db.selectFrom(HOOK)
                .orderBy(HOOK.ID.desc())
                .fetch(row -> new Hook(row.getId(), row.getUrl(), row.getMadeAt(), row.getEndedAt()));
    }

    List<Long> open() {
        return db.select(HOOK.ID).from(HOOK).where(HOOK.ENDED_AT.isNull()).fetch(HOOK.ID);
    }

    Optional<String> secret(long id) {
        return db.select(HOOK.SECRET)
                .from(HOOK)
                .where(HOOK.ID.eq(id), HOOK.ENDED_AT.isNull())
                .fetchOptional(row -> vault.open(PURPOSE, row.value1()));
    }

    /** It is told nothing more; what was not delivered yet never is. */
    public void end(long id) {
        db.update(HOOK)
                .set(HOOK.ENDED_AT, time.instant())
                .where(HOOK.ID.eq(id), HOOK.ENDED_AT.isNull())
                .execute();
        db.update(DELIVERY)
                .set(DELIVERY.STATE, "given up")
                .setNull(DELIVERY.DUE_AT)
                .where(DELIVERY.HOOK.eq(id), DELIVERY.DUE_AT.isNotNull())
                .execute();
    }
}
