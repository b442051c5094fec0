package threeline.desk.audit;

import static threeline.desk.db.audit.Tables.ENTRY;
import static threeline.desk.db.audit.Tables.PENDING;
import static threeline.desk.db.audit.Tables.TENANTS_WITH_PENDING;
import static threeline.desk.db.audit.Tables.WORDS;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import threeline.desk.db.audit.tables.records.EntryRecord;
import threeline.desk.db.audit.tables.records.PendingRecord;
import threeline.desk.db.audit.tables.records.WordsRecord;
import threeline.desk.tenant.Tenant;

/** Gives what waits its places in the chain, many at a time and in one hand, so that there is no gap and no fork. */
@Repository
@Transactional
class Chain {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SALT = 16;
    private static final int AT_ONCE = 500;

    private final DSLContext db;

    Chain(DSLContext db) {
        this.db = db;
    }

    List<UUID> tenantsWithPending() {
        return db.selectFrom(TENANTS_WITH_PENDING.call()).fetch(row -> row.get(0, UUID.class));
    }

    /** Links all that waits and is committed; whoever links at the same time is waited for. */
    void link() {
        if (!db.fetchExists(PENDING)) {
            return;
        }
        db.execute(
                "select pg_advisory_xact_lock(hashtextextended(?, 0))",
                "audit " + Tenant.current().id());
        while (linkSome()) {
            // until none is left
        }
    }

    private boolean linkSome() {
        var waiting = db.selectFrom(PENDING).orderBy(PENDING.ID).limit(AT_ONCE).fetch();
        if (waiting.isEmpty()) {
            return false;
        }
        var entries = new ArrayList<EntryRecord>();
        var words = new ArrayList<WordsRecord>();
        var last = head();
        for (var it : waiting) {
            last = link(it, last, entries, words);
        }
        db.insertInto(ENTRY).set(entries).execute();
        db.insertInto(WORDS).set(words).execute();
        db.deleteFrom(PENDING)
                .where(PENDING.ID.in(waiting.getValues(PENDING.ID)))
                .execute();
        return waiting.size() == AT_ONCE;
    }

    private static Head link(PendingRecord it, Head last, List<EntryRecord> entries, List<WordsRecord> words) {
        var salt = new byte[SALT];
        RANDOM.nextBytes(salt);
        var tenant = Tenant.current().id();
        var seq = last.seq() + 1;
        var wordsHash = Hash.ofWords(salt, it.getWords());
        var parts = List.of(it.getKind(), it.getActor(), it.getSubject());
        var hash = Hash.of(new Hash.Matter(tenant, seq, it.getAt(), parts, wordsHash), last.hash());
        entries.add(new EntryRecord(
                tenant,
                seq,
                it.getAt(),
                it.getKind(),
                it.getActor(),
                it.getSubject(),
                wordsHash.bytes(),
                hash.bytes()));
        words.add(new WordsRecord(tenant, seq, salt, it.getWords()));
        return new Head(seq, hash);
    }

    /** The last line that has its place. */
    Head head() {
        return db.select(ENTRY.SEQ, ENTRY.HASH)
                .from(ENTRY)
                .orderBy(ENTRY.SEQ.desc())
                .limit(1)
                .fetchOptional(row -> new Head(row.value1(), Hash.of(row.value2())))
                .orElse(new Head(0, Hash.NONE));
    }
}
