package threeline.desk.audit;

import static threeline.desk.db.audit.Tables.ENTRY;
import static threeline.desk.db.audit.Tables.PENDING;
import static threeline.desk.db.audit.Tables.TAKEN;
import static threeline.desk.db.audit.Tables.WORDS;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The record of one desk. Who notes something waits for nobody: lines are put down with the change they tell of, and a moment
 * later, or when somebody reads, they get their places in the {@link Chain}.
 */
@Repository
@Transactional
public class Trail {

    /** The desk itself, as no request is ever noted. */
    static final String DESK = "desk";

    private final DSLContext db;
    private final InstantSource time;
    private final Chain chain;

    Trail(DSLContext db, InstantSource time, Chain chain) {
        this.db = db;
        this.time = time;
        this.chain = chain;
    }

    /** Something that happened, and when. */
    record Dated(Line line, Instant at) {}

    /** Notes what happens now; with the transaction at hand, or not at all. */
    public void add(Line line) {
        addAll(List.of(new Dated(line, time.instant())));
    }

    void addAll(List<Dated> lines) {
        var into = db.insertInto(PENDING, PENDING.AT, PENDING.KIND, PENDING.ACTOR, PENDING.SUBJECT, PENDING.WORDS);
        for (var it : lines) {
            var line = it.line();
            into = into.values(
                    it.at().truncatedTo(ChronoUnit.MICROS),
                    line.what().name().toLowerCase(Locale.ROOT),
                    line.actor(),
                    line.subject(),
                    line.words());
        }
        into.execute();
    }

    /** Notes which words of the trail itself were taken out of it for an erasure; without that, {@link Check} misses them. */
    public void tellTaken(long erasure, String whose) {
        var lines = db.select(TAKEN.SEQ)
                .from(TAKEN)
                .where(TAKEN.ERASURE.eq(erasure))
                .orderBy(TAKEN.SEQ)
                .fetch(TAKEN.SEQ);
        var said = new Taken(erasure, lines.size(), Hash.ofLines(lines));
        add(new Line(Line.What.DONE, DESK, "%s of %s".formatted(said, whose), ""));
    }

    /** Where the chain ends now. Whoever keeps it can show later that nothing before it was changed. */
    public Head head() {
        chain.link();
        return chain.head();
    }

    /** At most so many, the latest first, before this number; those alone whose actor or subject holds these words. */
    public List<Noted> before(long seq, String holding, int most) {
        chain.link();
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
