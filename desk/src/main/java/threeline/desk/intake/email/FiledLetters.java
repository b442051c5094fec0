package threeline.desk.intake.email;

import static threeline.desk.db.intake.Tables.FILED;

import java.util.Map;
import java.util.OptionalLong;
import org.jooq.DSLContext;
import org.jooq.Record5;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import threeline.desk.people.access.Action;
import threeline.desk.people.access.Rights;
import threeline.desk.people.access.SignedIn;
import threeline.desk.ticket.Originals;
import threeline.desk.ticket.TicketNumber;
import threeline.desk.ticket.TicketQueue;

/** The letters that stand on timelines, for whoever sees the ticket. */
@Repository
@Transactional(readOnly = true)
public class FiledLetters implements Originals {

    private final DSLContext db;
    private final TicketQueue tickets;

    FiledLetters(DSLContext db, TicketQueue tickets) {
        this.db = db;
        this.tickets = tickets;
    }

    @Override
    public Map<Integer, Original> of(TicketNumber ticket) {
        var managesMail = SignedIn.current()
                .filter(actor -> Rights.may(actor, Action.MANAGE_MAIL, new Rights.Thing.OfDesk()))
                .isPresent();
        return db.select(FILED.ENTRY, FILED.LETTER, FILED.LAYOUT, FILED.ELSEWHERE, FILED.AMBIGUOUS)
                .from(FILED)
                .where(FILED.TICKET.eq(ticket.value()))
                .fetchMap(row -> row.value1(), row -> original(ticket, row, managesMail));
    }

    private static Original original(
            TicketNumber ticket, Record5<Integer, Long, String, Boolean, String> row, boolean managesMail) {
        var here = "/tickets/%s/entries/%d".formatted(ticket, row.value1());
        var layout = row.value3().equals("words")
                ? null
                : new Original.Layout(here + "/layout", row.value3().equals("pictures"), row.value4());
        return new Original(layout, here + "/original", managesMail ? "/letters/" + row.value2() : null, row.value5());
    }

    /** The letter that stands there; none where the ticket is not for whoever looks to see. */
    public OptionalLong letter(TicketNumber ticket, int entry) {
        return tickets.find(ticket).stream()
                .flatMap(it -> db
                        .select(FILED.LETTER)
                        .from(FILED)
                        .where(FILED.TICKET.eq(it.number().value()), FILED.ENTRY.eq(entry))
                        .fetch(FILED.LETTER)
                        .stream())
                .mapToLong(it -> it)
                .findFirst();
    }
}
