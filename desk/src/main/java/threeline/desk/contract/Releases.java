package threeline.desk.contract;

import static threeline.desk.db.contract.Tables.RELEASE_MOVE;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import org.jooq.DSLContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import threeline.desk.tenant.Tenant;

/** The releases of the desk that we serve just now, as far as their dates were moved since the charter gave them. */
@Component
public class Releases {

    private final DSLContext db;
    private final InstantSource time;
    private final Rulings rulings;
    private final ApplicationEventPublisher listeners;

    Releases(DSLContext db, InstantSource time, Rulings rulings, ApplicationEventPublisher listeners) {
        this.db = db;
        this.time = time;
        this.rulings = rulings;
        this.listeners = listeners;
    }

    /** All moves, in the order in which they were made; they stand in the history of every ticket. */
    public List<ReleaseMove> moves() {
        return rulings.current().moves();
    }

    /** Gives a release another date; what was promised by it moves along. */
    @Transactional
    public ReleaseMove move(LocalDate from, LocalDate to, String by, String why) {
        rulings.change();
        var move = new ReleaseMove(time.instant(), from, to, by, why);
        db.insertInto(RELEASE_MOVE)
                .set(RELEASE_MOVE.AT, move.at())
                .set(RELEASE_MOVE.RELEASE, from)
                .set(RELEASE_MOVE.MOVED_TO, to)
                .set(RELEASE_MOVE.MOVED_BY, by)
                .set(RELEASE_MOVE.WHY, why)
                .execute();
        rulings.changed();
        listeners.publishEvent(new ReleaseMoved(Tenant.current(), move));
        return move;
    }
}
