package threeline.desk.ticket;

import static threeline.desk.db.ticket.Tables.ENTRY;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What happened to a ticket, to be read. */
@Component
@Transactional(readOnly = true)
public class Timeline {

    private final DSLContext db;
    private final Attachments attachments;

    Timeline(DSLContext db, Attachments attachments) {
        this.db = db;
        this.attachments = attachments;
    }

    /** At most so many entries with their words and files, in the order of writing, from after this one on. */
    public List<Entry> of(TicketNumber ticket, int after, int limit) {
        var rows = entries(ticket)
                .and(ENTRY.ENTRY_.gt(after))
                .orderBy(ENTRY.ENTRY_)
                .limit(limit)
                .fetch();
        var files = rows.stream().anyMatch(row -> row.get(ENTRY.TEXT) != null)
                ? attachments.of(ticket)
                : Map.<Integer, List<Attachment>>of();
        return rows.map(row -> Entries.read(
                row,
                row.get(ENTRY.SUBJECT),
                row.get(ENTRY.TEXT),
                files.getOrDefault(row.get(ENTRY.ENTRY_), List.of())));
    }

    /** A file of an entry, by its place. */
    public Optional<NewAttachment> file(TicketNumber ticket, int entry, int place) {
        return attachments.find(ticket, entry, place);
    }

    private org.jooq.SelectConditionStep<?> entries(TicketNumber ticket) {
        return db.select(
                        ENTRY.ENTRY_,
                        ENTRY.AT,
                        ENTRY.KIND,
                        ENTRY.AUTHOR_KIND,
                        ENTRY.AUTHOR,
                        ENTRY.SUBJECT,
                        ENTRY.TEXT,
                        ENTRY.DETAILS)
                .from(ENTRY)
                .where(ENTRY.TICKET.eq(ticket.value()));
    }
}
