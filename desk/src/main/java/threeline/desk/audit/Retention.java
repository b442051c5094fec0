package threeline.desk.audit;

import static threeline.desk.db.audit.Tables.BEGINNING;
import static threeline.desk.db.audit.Tables.RUN_OUT;

import java.time.Instant;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Lets the oldest lines of a desk's trail run out. The chain then begins behind them, and says so. */
@Repository
@Transactional
class Retention {

    private static final int AT_ONCE = 5000;

    private final DSLContext db;
    private final Trail trail;

    Retention(DSLContext db, Trail trail) {
        this.db = db;
        this.trail = trail;
    }

    /** Takes away some of what is older, and says whether there may be more. The last line of all stays. */
    boolean runOut(Instant before) {
        var gone = db.selectFrom(RUN_OUT.call(before, AT_ONCE)).fetchOptional();
        gone.map(row -> new RanOut(new Head(row.getEnded(), Hash.of(row.getEndedHash()))))
                .ifPresent(it -> trail.add(new Line(Line.What.DONE, Trail.DESK, it.toString(), "")));
        return gone.isPresent() && gone.get().getLines() == AT_ONCE;
    }

    /** What the first line that is left follows. */
    @Transactional(readOnly = true)
    public Head beginning() {
        return db.selectFrom(BEGINNING)
                .fetchOptional(row -> new Head(row.getSeq(), Hash.of(row.getHash())))
                .orElse(new Head(0, Hash.NONE));
    }
}
