package threeline.desk.mail;

import static threeline.desk.db.mail.Tables.SECRET;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import threeline.desk.tenant.Tenant;

/** Makes and proves the keys by which an answer finds its way back, with secrets of each tenant's own, one a year. */
@Component
@Transactional
public class ReplyKeys {

    private static final int SECRET_BYTES = 32;

    private final DSLContext db;
    private final InstantSource time;
    private final SecureRandom random = new SecureRandom();
    private final ConcurrentMap<UUID, List<Seal>> seals = new ConcurrentHashMap<>();

    ReplyKeys(DSLContext db, InstantSource time) {
        this.db = db;
        this.time = time;
    }

    /** The key to what a mail is about, for the one it goes to. */
    public ReplyKey key(String about, String recipient) {
        return newest().key(about, recipient);
    }

    /** Whether this key was made for this person, by a secret that is still believed. */
    public boolean fits(ReplyKey key, String person) {
        var id = Seal.idOf(key);
        return find(id, known())
                .or(() -> find(id, reread()))
                .filter(seal -> seal.opens(time.instant()))
                .filter(seal -> seal.fits(key, person))
                .isPresent();
    }

    private static Optional<Seal> find(int id, List<Seal> among) {
        return among.stream().filter(it -> it.id() == id).findFirst();
    }

    private Seal newest() {
        var known = known();
        return !known.isEmpty() && known.getLast().makes(time.instant()) ? known.getLast() : made();
    }

    private Seal made() {
        var before = reread();
        var next = before.isEmpty() ? 0 : before.getLast().id() + 1;
        if (!before.isEmpty() && (before.getLast().makes(time.instant()) || next >= Seal.MOST)) {
            return before.getLast(); // another node made it, or thirty years are over
        }
        var fresh = new byte[SECRET_BYTES];
        random.nextBytes(fresh);
        db.insertInto(SECRET, SECRET.ID, SECRET.SECRET_, SECRET.MADE_AT)
                .values((short) next, fresh, time.instant())
                .onConflictDoNothing()
                .execute();
        return reread().getLast();
    }

    private List<Seal> known() {
        var known = seals.get(Tenant.current().id());
        return known != null ? known : reread();
    }

    private List<Seal> reread() {
        var tenant = Tenant.current().id();
        var read = db.select(SECRET.ID, SECRET.SECRET_, SECRET.MADE_AT)
                .from(SECRET)
                .orderBy(SECRET.ID)
                .fetch(row -> new Seal(tenant, row.value1(), row.value2(), row.value3()));
        seals.put(tenant, read);
        return read;
    }
}
