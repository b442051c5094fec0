package threeline.desk.audit;

import static threeline.desk.db.audit.Tables.ENTRY;
import static threeline.desk.db.audit.Tables.TAKEN;
import static threeline.desk.db.audit.Tables.WORDS;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import threeline.desk.tenant.Tenant;

/** Reckons a desk's chain anew, from its first line to its last, and says where it does not agree with what stands there. */
@Repository
public class Check {

    private static final int MOST_FINDINGS = 20;
    private static final int AT_ONCE = 500;

    private final DSLContext db;
    private final Chain chain;
    private final Retention retention;
    private final TransactionTemplate reading;

    Check(DSLContext db, Chain chain, Retention retention, PlatformTransactionManager transactions) {
        this.db = db;
        this.chain = chain;
        this.retention = retention;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    /** What was found; without findings, the trail is as it was written. */
    public record Result(Head head, List<String> findings) {

        public Result {
            findings = List.copyOf(findings);
        }

        public boolean isWhole() {
            return findings.isEmpty();
        }
    }

    /**
     * Checks all of it.
     *
     * @param known where it ended earlier, as somebody kept it: shows a tail cut off, and a chain written anew
     * @param each is given every line in passing, for an export
     */
    public Result run(@Nullable Head known, Consumer<Noted> each) {
        chain.link(); // by itself, so that nobody waits for a place in the chain while all of it is read
        return reading.execute(_ -> walk(beginning(known), each));
    }

    private Walk beginning(@Nullable Head known) {
        var beginning = retention.beginning();
        var taken = db.selectFrom(TAKEN)
                .where(TAKEN.SEQ.le(beginning.seq()))
                .orderBy(TAKEN.SEQ)
                .fetchGroups(TAKEN.ERASURE, TAKEN.SEQ);
        return new Walk(known, beginning, taken);
    }

    private Result walk(Walk walk, Consumer<Noted> each) {
        try (var rows = db.select(
                        ENTRY.SEQ,
                        ENTRY.AT,
                        ENTRY.KIND,
                        ENTRY.ACTOR,
                        ENTRY.SUBJECT,
                        ENTRY.WORDS_HASH,
                        ENTRY.HASH,
                        WORDS.SALT,
                        WORDS.WORDS_,
                        TAKEN.ERASURE)
                .from(ENTRY)
                .leftJoin(WORDS)
                .on(WORDS.SEQ.eq(ENTRY.SEQ))
                .leftJoin(TAKEN)
                .on(TAKEN.SEQ.eq(ENTRY.SEQ))
                .orderBy(ENTRY.SEQ)
                .fetchSize(AT_ONCE)
                .fetchLazy()) {
            for (var row : rows) {
                walk.step(row);
                each.accept(noted(row));
            }
        }
        return walk.end();
    }

    private static Noted noted(Record row) {
        return new Noted(
                row.get(ENTRY.SEQ),
                row.get(ENTRY.AT),
                row.get(ENTRY.KIND),
                row.get(ENTRY.ACTOR),
                row.get(ENTRY.SUBJECT),
                row.get(WORDS.WORDS_),
                Hash.of(row.get(ENTRY.HASH)));
    }

    /** From one line to the next. */
    private static final class Walk {

        private final List<String> findings = new ArrayList<>();
        private final @Nullable Head known;
        private final Head beginning;
        private final Map<Long, List<Long>> takenBefore;
        private final Map<Long, List<Long>> taken = new LinkedHashMap<>();
        private final Set<Taken> told = new HashSet<>();
        private boolean isBeginningTold;
        private Head last;

        /** @param takenBefore whose words erasures took, of the lines that ran out */
        Walk(@Nullable Head known, Head beginning, Map<Long, List<Long>> takenBefore) {
            this.known = known;
            this.beginning = beginning;
            this.takenBefore = takenBefore;
            this.isBeginningTold = beginning.seq() == 0;
            this.last = beginning;
        }

        void step(Record row) {
            long seq = row.get(ENTRY.SEQ);
            if (seq != last.seq() + 1) {
                find("line %d is followed by line %d".formatted(last.seq(), seq));
            }
            var words = Hash.of(row.get(ENTRY.WORDS_HASH));
            var parts = List.of(row.get(ENTRY.KIND), row.get(ENTRY.ACTOR), row.get(ENTRY.SUBJECT));
            var matter = new Hash.Matter(Tenant.current().id(), seq, row.get(ENTRY.AT), parts, words);
            var stands = Hash.of(row.get(ENTRY.HASH));
            if (!Hash.of(matter, last.hash()).equals(stands)) {
                find("line %d is not what was written, or what stood before it is not".formatted(seq));
            }
            checkWords(row, seq, words);
            if (row.get(ENTRY.ACTOR).equals(Trail.DESK)) {
                hear(row.get(ENTRY.SUBJECT));
            }
            last = new Head(seq, stands);
            if (known != null && known.seq() == seq && !known.hash().equals(stands)) {
                find(other(seq));
            }
        }

        /** What the desk says of its own trail. */
        private void hear(String subject) {
            Taken.parse(subject).ifPresent(told::add);
            isBeginningTold |= RanOut.parse(subject)
                    .filter(it -> it.upTo().equals(beginning))
                    .isPresent();
        }

        private void checkWords(Record row, long seq, Hash expected) {
            var erasure = row.get(TAKEN.ERASURE);
            if (row.get(WORDS.SALT) == null && erasure != null) {
                taken.computeIfAbsent(erasure, it -> new ArrayList<>(takenBefore.getOrDefault(it, List.of())))
                        .add(seq);
            } else if (row.get(WORDS.SALT) == null) {
                find("the words of line %d are gone".formatted(seq));
            } else if (!Hash.ofWords(row.get(WORDS.SALT), row.get(WORDS.WORDS_)).equals(expected)) {
                find("the words of line %d are not those that were written".formatted(seq));
            }
        }

        Result end() {
            if (!isBeginningTold) {
                find("its lines up to %d are gone, and no line says so".formatted(beginning.seq()));
            }
            if (known != null && known.seq() == beginning.seq() && !known.equals(beginning)) {
                find(other(known.seq()));
            }
            if (known != null && known.seq() < beginning.seq()) {
                find("line %d, whose hash you kept, has run out: keep the end of now".formatted(known.seq()));
            }
            taken.forEach((erasure, lines) -> {
                if (!told.contains(new Taken(erasure, lines.size(), Hash.ofLines(lines)))) {
                    find("the words of %d lines are gone for erasure %d, and no line says so"
                            .formatted(lines.size(), erasure));
                }
            });
            if (known != null && known.seq() > last.seq()) {
                find("it ends at line %d, and you kept the hash of line %d: its end was cut off"
                        .formatted(last.seq(), known.seq()));
            }
            return new Result(last, findings);
        }

        private static String other(long seq) {
            return "line %d is another than when you kept its hash: the chain was written anew".formatted(seq);
        }

        private void find(String what) {
            if (findings.size() < MOST_FINDINGS) {
                findings.add(what);
            }
        }
    }
}
