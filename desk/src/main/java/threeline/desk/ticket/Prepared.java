package threeline.desk.ticket;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.trueCondition;
import static org.jooq.impl.DSL.val;
import static threeline.desk.db.ticket.Tables.ENTRY;
import static threeline.desk.db.ticket.Tables.PREPARED;
import static threeline.desk.db.ticket.Tables.PREPARED_ENTRY;
import static threeline.desk.db.ticket.Tables.TICKET_;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.springframework.stereotype.Repository;
import threeline.desk.contract.CharterInForce;
import threeline.desk.contract.Charters;
import threeline.desk.db.ticket.Routines;

/** Tickets as they will stand under a version of the charter that is coming. */
@Repository
class Prepared {

    private final DSLContext db;
    private final Charters charters;

    Prepared(DSLContext db, Charters charters) {
        this.db = db;
        this.charters = charters;
    }

    /** By which version tickets were judged, and how many moves of releases and contracts were known then. */
    record Mark(int version, int known) {

        private Condition isHere() {
            return PREPARED.VERSION
                    .eq(version)
                    .and(PREPARED.KNOWN.eq(known))
                    .and(PREPARED.NUMBER.eq(TICKET_.NUMBER))
                    .and(PREPARED.JUDGED_ENTRIES.eq(TICKET_.ENTRIES));
        }
    }

    /** What is to be prepared now for a version. */
    Mark mark(CharterInForce version) {
        return new Mark(version.number(), charters.known());
    }

    /** Unresolved tickets that are still to be judged, or again since something happened to them. */
    List<TicketNumber> missing(Mark mark) {
        return without(mark, trueCondition());
    }

    /** Those that nothing prepared can be put in the place of, because of something missing or somebody to be told. */
    List<TicketNumber> unfit(Mark mark) {
        return without(mark, PREPARED.TELLS.isFalse());
    }

    private List<TicketNumber> without(Mark mark, Condition more) {
        return db.select(TICKET_.NUMBER)
                .from(TICKET_)
                .where(isUnresolved(), notExists(selectOne().from(PREPARED).where(mark.isHere(), more)))
                .orderBy(TICKET_.NUMBER)
                .fetch(row -> new TicketNumber(row.value1()));
    }

    void keep(List<Story> stories, Mark mark) {
        forget(stories.stream().map(story -> story.ticket().number()).toList());
        var rows = new PreparedRows(mark);
        stories.forEach(rows::add);
        Routines.prepare(db.configuration(), rows.tickets(), rows.entries());
    }

    private void forget(List<TicketNumber> tickets) {
        var numbers = tickets.stream().map(TicketNumber::value).toArray(Long[]::new);
        db.deleteFrom(PREPARED).where(PREPARED.NUMBER.eq(any(numbers))).execute();
        db.deleteFrom(PREPARED_ENTRY)
                .where(PREPARED_ENTRY.TICKET.eq(any(numbers)))
                .execute();
    }

    /** Puts in their places all tickets that are still as they were judged, two statements for all. */
    void apply(Mark mark) {
        var fits = mark.isHere().and(PREPARED.DIFFERS).andNot(PREPARED.TELLS).and(isUnresolved());
        db.insertInto(ENTRY, ENTRY.TICKET, ENTRY.ENTRY_, ENTRY.AT, ENTRY.KIND, ENTRY.AUTHOR_KIND, ENTRY.DETAILS)
                .select(db.select(
                                PREPARED_ENTRY.TICKET,
                                PREPARED_ENTRY.ENTRY,
                                PREPARED_ENTRY.AT,
                                PREPARED_ENTRY.KIND,
                                val("desk"),
                                PREPARED_ENTRY.DETAILS)
                        .from(PREPARED_ENTRY)
                        .where(exists(selectOne()
                                .from(PREPARED, TICKET_)
                                .where(fits, TICKET_.NUMBER.eq(PREPARED_ENTRY.TICKET)))))
                .execute();
        db.update(TICKET_).set(judged()).from(PREPARED).where(fits).execute();
    }

    private static Map<Field<?>, Field<?>> judged() {
        var columns = new LinkedHashMap<Field<?>, Field<?>>();
        PreparedRows.JUDGED.forEach(it -> columns.put(it, PREPARED.field(it.getName())));
        return columns;
    }

    /** Throws all away. */
    void clear() {
        db.deleteFrom(PREPARED).execute();
        db.deleteFrom(PREPARED_ENTRY).execute();
    }

    static Condition isUnresolved() {
        return TICKET_.STATUS.in(Status.OPEN.word(), Status.HELD.word());
    }
}
