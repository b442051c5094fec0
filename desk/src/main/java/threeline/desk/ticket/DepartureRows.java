package threeline.desk.ticket;

import static threeline.desk.db.ticket.Tables.DEPARTURE;
import static threeline.desk.db.ticket.Tables.DEPARTURE_FILE;
import static threeline.desk.db.ticket.Tables.TENANTS_WITH_DEPARTURES;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import threeline.desk.content.Content;
import threeline.desk.db.ticket.tables.records.DepartureRecord;
import threeline.desk.people.AgentId;

/** All replies that have not left; the rows are the schedule. */
@Repository
class DepartureRows {

    private final DSLContext db;

    DepartureRows(DSLContext db) {
        this.db = db;
    }

    /** A reply to leave. */
    record New(TicketNumber ticket, NewMessage message, String followedBy, AgentId by, Instant leavesAt) {}

    void add(New it) {
        var row = db.newRecord(DEPARTURE);
        row.setTicket(it.ticket().value());
        row.setAgent(it.by().value());
        row.setText(it.message().text());
        row.setFollowedBy(it.followedBy());
        row.setLeavesAt(it.leavesAt());
        row.store();
        var place = 0;
        for (var file : it.message().attachments()) {
            db.insertInto(DEPARTURE_FILE)
                    .set(DEPARTURE_FILE.DEPARTURE, row.getId())
                    .set(DEPARTURE_FILE.PLACE, place++)
                    .set(DEPARTURE_FILE.NAME, file.name())
                    .set(DEPARTURE_FILE.TYPE, file.type())
                    .set(DEPARTURE_FILE.BYTES, file.content().bytes())
                    .execute();
        }
    }

    List<Departure> of(TicketNumber ticket) {
        return db.selectFrom(DEPARTURE)
                .where(DEPARTURE.TICKET.eq(ticket.value()))
                .orderBy(DEPARTURE.ID)
                .fetch(DepartureRows::read);
    }

    boolean remove(long id) {
        return db.deleteFrom(DEPARTURE).where(DEPARTURE.ID.eq(id)).execute() == 1;
    }

    /** Tenants with something to leave; the only thing asked across the wall. */
    List<UUID> tenants(Instant now) {
        return db.selectFrom(TENANTS_WITH_DEPARTURES.call(now)).fetch(row -> row.get(0, UUID.class));
    }

    List<Long> due(Instant now, int most) {
        return db.select(DEPARTURE.ID)
                .from(DEPARTURE)
                .where(DEPARTURE.FAILURE.isNull(), DEPARTURE.LEAVES_AT.le(now))
                .orderBy(DEPARTURE.ID)
                .limit(most)
                .fetch(DEPARTURE.ID);
    }

    /** Takes it out, for whoever lets it leave in the same transaction; nobody else gets it. */
    Optional<New> take(long id) {
        var files = db.selectFrom(DEPARTURE_FILE)
                .where(DEPARTURE_FILE.DEPARTURE.eq(id))
                .orderBy(DEPARTURE_FILE.PLACE)
                .fetch(row -> new NewAttachment(row.getName(), row.getType(), Content.of(row.getBytes())));
        return db.deleteFrom(DEPARTURE)
                .where(DEPARTURE.ID.eq(id), DEPARTURE.FAILURE.isNull())
                .returning()
                .fetchOptional(DepartureRows::read)
                .map(it -> new New(
                        it.ticket(), new NewMessage(null, it.text(), files), it.followedBy(), it.by(), it.leavesAt()));
    }

    void later(long id, Instant leavesAt) {
        db.update(DEPARTURE)
                .set(DEPARTURE.LEAVES_AT, leavesAt)
                .where(DEPARTURE.ID.eq(id))
                .execute();
    }

    void failed(long id, String why) {
        db.update(DEPARTURE)
                .set(DEPARTURE.FAILURE, why)
                .where(DEPARTURE.ID.eq(id))
                .execute();
    }

    private static Departure read(DepartureRecord row) {
        return new Departure(
                row.getId(),
                new TicketNumber(row.getTicket()),
                new AgentId(row.getAgent()),
                row.getText(),
                row.getFollowedBy(),
                row.getLeavesAt(),
                row.getFailure());
    }
}
