package threeline.desk.ticket;

import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.row;
import static threeline.desk.db.ticket.Tables.ENTRY;
import static threeline.desk.db.ticket.Tables.TICKET_;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import threeline.desk.people.AgentId;
import threeline.desk.people.RequesterId;

/** What happened to a ticket, to be read. */
@Component
@Transactional(readOnly = true)
public class Timeline {

    private final DSLContext db;
    private final Entries entries;
    private final Attachments attachments;

    Timeline(DSLContext db, Entries entries, Attachments attachments) {
        this.db = db;
        this.entries = entries;
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
        return rows.map(row -> read(row, files.getOrDefault(row.get(ENTRY.ENTRY_), List.of())));
    }

    /** One entry of one ticket. */
    public record Place(TicketNumber ticket, int entry) {}

    /** All of these with their words and files, in two questions at most. */
    public Map<Place, Entry> entries(Collection<Place> places) {
        var wanted = places.stream()
                .map(it -> row(it.ticket().value(), it.entry()))
                .distinct()
                .toList();
        if (wanted.isEmpty()) {
            return Map.of();
        }
        var rows = select().where(row(ENTRY.TICKET, ENTRY.ENTRY_).in(wanted)).fetch();
        var files = rows.stream().anyMatch(row -> row.get(ENTRY.TEXT) != null)
                ? attachments.of(places)
                : Map.<Place, List<Attachment>>of();
        return rows.stream()
                .collect(Collectors.toMap(
                        Timeline::place, row -> read(row, files.getOrDefault(place(row), List.of()))));
    }

    /** A promise that became due at another time, on the ticket of whom, and whose the ticket is. */
    public record Moved(
            Place place,
            RequesterId requester,
            @Nullable AgentId agent,
            @Nullable String group,
            String tier) {}

    /** What of unresolved tickets became due at another time at an instant, requester by requester. */
    public List<Moved> moved(Instant at) {
        return db.select(ENTRY.TICKET, ENTRY.ENTRY_, TICKET_.REQUESTER, TICKET_.AGENT, TICKET_.GROUP_NAME, TICKET_.TIER)
                .from(ENTRY)
                .join(TICKET_)
                .on(TICKET_.NUMBER.eq(ENTRY.TICKET))
                .where(ENTRY.KIND.eq(inline(EventCodec.DUE_MOVED)), ENTRY.AT.eq(at), Prepared.isUnresolved())
                .orderBy(TICKET_.REQUESTER, ENTRY.TICKET, ENTRY.ENTRY_)
                .fetch(Timeline::moved);
    }

    private static Moved moved(Record row) {
        var agent = row.get(TICKET_.AGENT);
        return new Moved(
                place(row),
                new RequesterId(row.get(TICKET_.REQUESTER)),
                agent == null ? null : new AgentId(agent),
                row.get(TICKET_.GROUP_NAME),
                row.get(TICKET_.TIER));
    }

    /** What happened to these tickets from their beginning, without the words. */
    public Map<TicketNumber, List<Entry>> acts(Collection<TicketNumber> tickets) {
        return tickets.isEmpty()
                ? Map.of()
                : entries.acts(tickets).entrySet().stream()
                        .collect(Collectors.toMap(it -> new TicketNumber(it.getKey()), Map.Entry::getValue));
    }

    private static Place place(Record row) {
        return new Place(new TicketNumber(row.get(ENTRY.TICKET)), row.get(ENTRY.ENTRY_));
    }

    private static Entry read(Record row, List<Attachment> files) {
        return Entries.read(row, row.get(ENTRY.SUBJECT), row.get(ENTRY.TEXT), files);
    }

    /** A file of an entry, by its place. One that the scanner has not seen is put before it. */
    @Transactional
    public Optional<KeptFile> file(TicketNumber ticket, int entry, int place) {
        return attachments.find(ticket, entry, place);
    }

    /** The files of all these entries with their content, in their order, in one question. */
    public Map<Place, List<NewAttachment>> files(Collection<Place> places) {
        return places.isEmpty() ? Map.of() : attachments.contents(places);
    }

    private org.jooq.SelectConditionStep<?> entries(TicketNumber ticket) {
        return select().where(ENTRY.TICKET.eq(ticket.value()));
    }

    private org.jooq.SelectJoinStep<?> select() {
        return db.select(
                        ENTRY.TICKET,
                        ENTRY.ENTRY_,
                        ENTRY.AT,
                        ENTRY.KIND,
                        ENTRY.AUTHOR_KIND,
                        ENTRY.AUTHOR,
                        ENTRY.SUBJECT,
                        ENTRY.TEXT,
                        ENTRY.DETAILS)
                .from(ENTRY);
    }
}
