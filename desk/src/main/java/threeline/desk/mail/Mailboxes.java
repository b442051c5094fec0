package threeline.desk.mail;

import static org.jooq.Records.mapping;
import static threeline.desk.db.mail.Tables.MAILBOX;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import threeline.desk.tenant.Tenant;

/** The address book of all desks: whose is this address? */
@Component
public class Mailboxes {

    private final DSLContext db;
    private final ConcurrentMap<String, Mailbox> met = new ConcurrentHashMap<>();
    private final ConcurrentMap<UUID, List<Mailbox>> lists = new ConcurrentHashMap<>();

    Mailboxes(DSLContext db) {
        this.db = db;
    }

    /** The mailbox that an address belongs to, with or without a key after a plus sign. Needs no tenant. */
    public Optional<Mailbox> whose(String address) {
        var wanted = ReplyKey.withoutKey(MailAddress.normal(address));
        var known = met.get(wanted);
        if (known != null) {
            return Optional.of(known);
        }
        var found = lookUp(wanted);
        found.ifPresent(mailbox -> met.put(wanted, mailbox));
        return found;
    }

    /** The current tenant's mailboxes, by address. */
    @Transactional(readOnly = true)
    public List<Mailbox> ours() {
        var tenant = Tenant.current().id();
        var known = lists.get(tenant);
        return known != null ? known : remembered(tenant);
    }

    private List<Mailbox> remembered(UUID tenant) {
        var read = read();
        lists.put(tenant, read);
        return read;
    }

    private List<Mailbox> read() {
        return db.select(MAILBOX.TENANT, MAILBOX.ADDRESS, MAILBOX.NAME, MAILBOX.CHANNEL)
                .from(MAILBOX)
                .orderBy(MAILBOX.ADDRESS)
                .fetch(mapping(Mailbox::new));
    }

    /** From now on the current tenant has these mailboxes and no others. An address that is another's stays so. */
    @Transactional
    public void are(List<Mailbox> mailboxes) {
        var addresses = mailboxes.stream().map(Mailbox::address).toList();
        db.deleteFrom(MAILBOX).where(MAILBOX.ADDRESS.notIn(addresses)).execute();
        for (var it : mailboxes) {
            db.insertInto(MAILBOX, MAILBOX.ADDRESS, MAILBOX.NAME, MAILBOX.CHANNEL)
                    .values(it.address(), it.name(), it.channel())
                    .onConflictDoNothing() // ours from before, or another's
                    .execute();
            db.update(MAILBOX)
                    .set(MAILBOX.NAME, it.name())
                    .set(MAILBOX.CHANNEL, it.channel())
                    .where(MAILBOX.ADDRESS.eq(it.address()))
                    .execute();
        }
        forget(Tenant.current().id());
    }

    private void forget(UUID tenant) {
        met.values().removeIf(it -> it.tenant().equals(tenant));
        lists.remove(tenant);
    }

    private Optional<Mailbox> lookUp(String address) {
        var found = threeline.desk.db.mail.tables.Whose.WHOSE.call(address);
        return db.select(found.TENANT, found.ADDRESS, found.NAME, found.CHANNEL)
                .from(found)
                .fetchOptional(mapping(Mailbox::new));
    }
}
