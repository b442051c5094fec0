package threeline.desk.mail;

import static threeline.desk.db.mail.Tables.SECRET;

import java.security.SecureRandom;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import threeline.desk.tenant.Tenant;

/** Makes and proves the keys by which an answer finds its way back, with a secret of each tenant's own. */
@Component
@Transactional
public class ReplyKeys {

    private static final int SECRET_BYTES = 32;

    private final DSLContext db;
    private final SecureRandom random = new SecureRandom();
    private final ConcurrentMap<UUID, Seal> seals = new ConcurrentHashMap<>();

    ReplyKeys(DSLContext db) {
        this.db = db;
    }

    /** The key to what a mail is about, for the one it goes to. */
    public ReplyKey key(String about, String recipient) {
        return seal().key(about, recipient);
    }

    /** Whether this key was made for this person. */
    public boolean fits(ReplyKey key, String person) {
        return seal().fits(key, person);
    }

    private Seal seal() {
        var tenant = Tenant.current().id();
        var known = seals.get(tenant);
        if (known != null) {
            return known;
        }
        var seal = new Seal(tenant, secret());
        seals.put(tenant, seal);
        return seal;
    }

    private byte[] secret() {
        var fresh = new byte[SECRET_BYTES];
        random.nextBytes(fresh);
        db.insertInto(SECRET, SECRET.SECRET_)
                .values(fresh)
                .onConflictDoNothing()
                .execute();
        return db.select(SECRET.SECRET_).from(SECRET).fetchSingle().value1();
    }
}
