package threeline.desk.notification;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static threeline.desk.db.notification.Tables.MOVING;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jooq.DSLContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Repository;
import threeline.desk.contract.CharterPut;
import threeline.desk.contract.Charters;
import threeline.desk.ticket.Timeline;

/**
 * Versions of the charter that moved what was promised. Putting one in force writes a row; what has to be told of it is
 * read from the timelines after that, so that nobody waits for it, and spread over some time: so many people a second,
 * each of all of theirs together.
 */
@Repository
class Movings {

    private static final int PEOPLE_A_SECOND = 50;
    private static final int AT_ONCE = 500;

    private final DSLContext db;
    private final Timeline timeline;
    private final Notices notices;
    private final Charters charters;
    private final InstantSource time;

    Movings(DSLContext db, Timeline timeline, Notices notices, Charters charters, InstantSource time) {
        this.db = db;
        this.timeline = timeline;
        this.notices = notices;
        this.charters = charters;
        this.time = time;
    }

    /** In the transaction that puts it in force; before the first version nothing was promised. */
    @EventListener
    void on(CharterPut put) {
        if (put.charter().number() > 1) {
            db.insertInto(MOVING, MOVING.AT, MOVING.NOTICED_AT)
                    .values(put.charter().inForceAt(), time.instant())
                    .onConflictDoNothing()
                    .execute();
        }
    }

    /** At most so many that are due. */
    List<Instant> due(Instant now, int most) {
        return db.selectFrom(MOVING)
                .where(MOVING.NOTICED_AT.le(now))
                .orderBy(MOVING.AT)
                .limit(most)
                .fetch(MOVING.AT);
    }

    void later(Instant at, Instant dueAt) {
        db.update(MOVING).set(MOVING.NOTICED_AT, dueAt).where(MOVING.AT.eq(at)).execute();
    }

    /** Notes down what is to be told of it, if nobody else has meanwhile. Part of the caller's transaction. */
    void spread(Instant at) {
        var mine = db.deleteFrom(MOVING).where(MOVING.AT.eq(at)).execute();
        if (mine == 1
                && Rules.anybodyIsTold(Matter.DUE_MOVED, charters.current().charter())) {
            var now = time.instant();
            var fresh = new ArrayList<Notices.New>();
            var person = 0;
            var byPerson = timeline.moved(at).stream()
                    .collect(groupingBy(Timeline.Moved::requester, LinkedHashMap::new, toList()));
            for (var theirs : byPerson.values()) {
                var dueAt = now.plus(Duration.ofSeconds(person++ / PEOPLE_A_SECOND));
                theirs.forEach(it -> fresh.add(notice(it, new Notice.When(at, now), dueAt)));
            }
            for (var from = 0; from < fresh.size(); from += AT_ONCE) {
                notices.add(fresh.subList(from, Math.min(fresh.size(), from + AT_ONCE)));
            }
        }
    }

    private static Notices.New notice(Timeline.Moved it, Notice.When when, Instant dueAt) {
        var whose = new Notice.Whose(it.agent(), it.group(), it.tier());
        return new Notices.New(it.place(), Matter.DUE_MOVED, when, whose, new Notices.Plan(dueAt, true));
    }
}
