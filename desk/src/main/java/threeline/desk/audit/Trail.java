package threeline.desk.audit;

import static threeline.desk.db.audit.Tables.ENTRY;
import static threeline.desk.db.audit.Tables.WORDS;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import threeline.desk.tenant.Tenant;

/** The record of one desk. Lines get their numbers in the order in which they are committed: one writer at a time. */
@Repository
@Transactional
public class Trail {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SALT = 16;

    private final DSLContext db;
    private final InstantSource time;

    Trail(DSLContext db, InstantSource time) {
        this.db = db;
        this.time = time;
    }

    /** Something that happened, and when. */
    record Dated(Line line, Instant at) {}

    /** Notes what happens now; with the transaction at hand, or not at all. */
    public void add(Line line) {
        addAll(List.of(new Dated(line, time.instant())));
    }

    void addAll(List<Dated> lines) {
        var tenant = Tenant.current().id();
        var lock = "audit " + tenant;
        db.execute("select pg_advisory_xact_lock(hashtextextended(?, 0))", lock);
        var last = head();
        for (var it : lines) {
            last = add(it, last);
        }
    }

    private Head add(Dated it, Head last) {
        var salt = new byte[SALT];
        RANDOM.nextBytes(salt);
        var line = it.line();
        var words = Hash.ofWords(salt, line.words());
        var seq = last.seq() + 1;
        var at = it.at().truncatedTo(ChronoUnit.MICROS);
        var kind = line.what().name().toLowerCase(Locale.ROOT);
        var parts = List.of(kind, line.actor(), line.subject());
        var hash = Hash.of(new Hash.Matter(Tenant.current().id(), seq, at, parts, words), last.hash());
        db.insertInto(ENTRY)
                .set(ENTRY.SEQ, seq)
                .set(ENTRY.AT, at)
                .set(ENTRY.KIND, kind)
                .set(ENTRY.ACTOR, line.actor())
                .set(ENTRY.SUBJECT, line.subject())
                .set(ENTRY.WORDS_HASH, words.bytes())
                .set(ENTRY.HASH, hash.bytes())
                .execute();
        db.insertInto(WORDS, WORDS.SEQ, WORDS.SALT, WORDS.WORDS_)
                .values(seq, salt, line.words())
                .execute();
        return new Head(seq, hash);
    }

    /** Where the chain ends now. Whoever keeps it can show later that nothing before it was changed. */
    @Transactional(readOnly = true)
    public Head head() {
        return db.select(ENTRY.SEQ, ENTRY.HASH)
                .from(ENTRY)
                .orderBy(ENTRY.SEQ.desc())
                .limit(1)
                .fetchOptional(row -> new Head(row.value1(), Hash.of(row.value2())))
                .orElse(new Head(0, Hash.NONE));
    }

    /** At most so many, the latest first, before this number; those alone whose actor or subject holds these words. */
    @Transactional(readOnly = true)
    public List<Noted> before(long seq, String holding, int most) {
        return db.select(ENTRY.SEQ, ENTRY.AT, ENTRY.KIND, ENTRY.ACTOR, ENTRY.SUBJECT, WORDS.WORDS_, ENTRY.HASH)
                .from(ENTRY)
                .leftJoin(WORDS)
                .on(WORDS.SEQ.eq(ENTRY.SEQ))
                .where(
                        ENTRY.SEQ.lt(seq),
                        holding.isBlank()
                                ? DSL.noCondition()
                                : ENTRY.ACTOR
                                        .containsIgnoreCase(holding)
                                        .or(ENTRY.SUBJECT.containsIgnoreCase(holding))
                                        .or(ENTRY.KIND.eq(holding))
                                        .or(WORDS.WORDS_.containsIgnoreCase(holding)))
                .orderBy(ENTRY.SEQ.desc())
                .limit(most)
                .fetch(row -> new Noted(
                        row.value1(),
                        row.value2(),
                        row.value3(),
                        row.value4(),
                        row.value5(),
                        row.value6(),
                        Hash.of(row.value7())));
    }
}
