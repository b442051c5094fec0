package threeline.desk.mail.inbox;

import static threeline.desk.db.mail.Tables.INBOX;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import threeline.desk.db.mail.tables.records.InboxRecord;
import threeline.desk.tenant.Tenant;
import threeline.desk.tenant.Vault;

/** The current tenant's inboxes, and how each is getting on. */
@Repository
@Transactional
public class Inboxes {

    private static final String PURPOSE = "inbox";

    private final DSLContext db;
    private final InstantSource time;
    private final Vault vault;
    private final ApplicationEventPublisher events;

    Inboxes(DSLContext db, InstantSource time, Vault vault, ApplicationEventPublisher events) {
        this.db = db;
        this.time = time;
        this.vault = vault;
        this.events = events;
    }

    /** Something about a tenant's inboxes is other than it was. */
    record Changed(Tenant tenant) {}

    /** In the order in which they were added. */
    @Transactional(readOnly = true)
    public List<Inbox> all() {
        return read(DSL.noCondition());
    }

    @Transactional(readOnly = true)
    public Optional<Inbox> find(long id) {
        return read(INBOX.ID.eq(id)).stream().findFirst();
    }

    public long add(Inbox.Place place, Secret secret) {
        var row = db.newRecord(INBOX);
        put(row, place);
        lock(row, secret);
        row.setAddedAt(time.instant());
        row.store();
        changed();
        return row.getId();
    }

    /** Without a secret the one that is kept stays. What was wrong with it before is forgotten. */
    public void change(long id, Inbox.Place place, @Nullable Secret secret) {
        db.fetchOptional(INBOX, INBOX.ID.eq(id)).ifPresent(row -> {
            put(row, place);
            row.setEdition(row.getEdition() + 1);
            if (secret != null) {
                lock(row, secret);
            }
            forgetTrouble(row);
            row.store();
            changed();
        });
    }

    /** Fetches from it, or lets it rest. */
    public void activate(long id, boolean active) {
        db.fetchOptional(INBOX, INBOX.ID.eq(id)).ifPresent(row -> {
            row.setActive(active);
            row.setEdition(row.getEdition() + 1);
            forgetTrouble(row);
            row.store();
            changed();
        });
    }

    /** Its letters stay. */
    public void remove(long id) {
        db.deleteFrom(INBOX).where(INBOX.ID.eq(id)).execute();
        changed();
    }

    /** What its server is shown. */
    @Transactional(readOnly = true)
    public Secret secret(long id) {
        var row = db.select(INBOX.SECRET, INBOX.REFRESH)
                .from(INBOX)
                .where(INBOX.ID.eq(id))
                .fetchSingle();
        return new Secret(opened(row.value1()), opened(row.value2()));
    }

    private @Nullable String opened(byte @Nullable [] locked) {
        return locked == null ? null : vault.open(PURPOSE, locked);
    }

    private byte @Nullable [] locked(@Nullable String secret) {
        return secret == null ? null : vault.lock(PURPOSE, secret);
    }

    private void changed() {
        events.publishEvent(new Changed(Tenant.current()));
    }

    private static void put(InboxRecord row, Inbox.Place place) {
        var server = place.server();
        row.setAddress(place.address());
        row.setHost(server.host());
        row.setPort(server.port());
        row.setTls(server.tls().word());
        row.setLogin(server.login());
        row.setFolder(place.folder());
        row.setKeptFolder(place.keptFolder());
        row.setBelieved(place.believed());
        var token = server.signIn() instanceof Inbox.SignIn.ByToken it ? it : null;
        row.setTokenUrl(token == null ? null : token.tokenUrl());
        row.setClient(token == null ? null : token.client());
        row.setScope(token == null ? null : token.scope());
    }

    private void lock(InboxRecord row, Secret secret) {
        row.setSecret(locked(secret.word()));
        row.setRefresh(locked(secret.refreshToken()));
    }

    private static void forgetTrouble(InboxRecord row) {
        row.setError(null);
        row.setErrorAt(null);
        row.setFailures(0);
        row.setDueAt(null);
    }

    private List<Inbox> read(Condition wanted) {
        return db.selectFrom(INBOX).where(wanted).orderBy(INBOX.ID).fetch(Inboxes::inbox);
    }

    static Inbox inbox(Record row) {
        return new Inbox(row.get(INBOX.ID), place(row), row.get(INBOX.ACTIVE), health(row));
    }

    private static Inbox.Place place(Record row) {
        var url = row.get(INBOX.TOKEN_URL);
        var signIn = url == null
                ? new Inbox.SignIn.ByPassword()
                : new Inbox.SignIn.ByToken(url, row.get(INBOX.CLIENT), row.get(INBOX.SCOPE));
        return new Inbox.Place(
                row.get(INBOX.ADDRESS),
                new Inbox.Server(
                        row.get(INBOX.HOST),
                        row.get(INBOX.PORT),
                        Inbox.Tls.of(row.get(INBOX.TLS)),
                        row.get(INBOX.LOGIN),
                        signIn),
                row.get(INBOX.FOLDER),
                row.get(INBOX.KEPT_FOLDER),
                row.get(INBOX.BELIEVED));
    }

    private static Inbox.Health health(Record row) {
        return new Inbox.Health(
                row.get(INBOX.CONTACT_AT),
                row.get(INBOX.LETTER_AT),
                row.get(INBOX.BACKLOG),
                row.get(INBOX.ERROR),
                row.get(INBOX.ERROR_AT),
                row.get(INBOX.FAILURES),
                row.get(INBOX.DUE_AT));
    }
}
