package threeline.desk.ticket;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.row;
import static threeline.desk.db.ticket.Tables.ENTRY;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.Row9;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import threeline.desk.people.AgentId;
import threeline.desk.people.RequesterId;

/** All timelines. An entry is written once, and never again. */
@Repository
class Entries {

    private final DSLContext db;

    Entries(DSLContext db) {
        this.db = db;
    }

    /** What happened to these tickets, without the words: all that a judgement needs. */
    Map<Long, List<Entry>> acts(Collection<TicketNumber> tickets) {
        var numbers = tickets.stream().map(TicketNumber::value).toArray(Long[]::new);
        return db
                .select(
                        ENTRY.TICKET,
                        ENTRY.ENTRY_,
                        ENTRY.AT,
                        ENTRY.KIND,
                        ENTRY.AUTHOR_KIND,
                        ENTRY.AUTHOR,
                        ENTRY.DETAILS)
                .from(ENTRY)
                .where(ENTRY.TICKET.eq(any(numbers)))
                .orderBy(ENTRY.TICKET, ENTRY.ENTRY_)
                .stream()
                .collect(groupingBy(row -> row.get(ENTRY.TICKET), mapping(Entries::act, toList())));
    }

    private static Entry act(Record row) {
        try {
            return read(row, null, null, List.of());
        } catch (RuntimeException unreadable) {
            throw new UnreadableTimeline(new TicketNumber(row.get(ENTRY.TICKET)), unreadable);
        }
    }

    /** Writes what is fresh in these stories, in one statement. */
    void append(List<Story> stories) {
        var rows = stories.stream()
                .flatMap(story ->
                        story.fresh().stream().map(entry -> rowOf(story.ticket().number(), entry)))
                .toList();
        if (!rows.isEmpty()) {
            db.insertInto(
                            ENTRY,
                            ENTRY.TICKET,
                            ENTRY.ENTRY_,
                            ENTRY.AT,
                            ENTRY.KIND,
                            ENTRY.AUTHOR_KIND,
                            ENTRY.AUTHOR,
                            ENTRY.SUBJECT,
                            ENTRY.TEXT,
                            ENTRY.DETAILS)
                    .valuesOfRows(rows)
                    .execute();
        }
    }

    private static Row9<Long, Integer, Instant, String, String, Long, String, String, JSONB> rowOf(
            TicketNumber ticket, Entry entry) {
        return row(
                ticket.value(),
                entry.number(),
                entry.at(),
                EventCodec.kind(entry.event()),
                kind(entry.author()),
                id(entry.author()),
                entry.subject(),
                entry.text(),
                EventCodec.details(entry.event()));
    }

    static Entry read(Record row, @Nullable String subject, @Nullable String text, List<Attachment> attachments) {
        return new Entry(
                row.get(ENTRY.ENTRY_),
                row.get(ENTRY.AT),
                EventCodec.read(row.get(ENTRY.KIND), row.get(ENTRY.DETAILS)),
                author(row.get(ENTRY.AUTHOR_KIND), row.get(ENTRY.AUTHOR)),
                subject,
                text,
                attachments);
    }

    private static String kind(Author author) {
        return switch (author) {
            case Author.OfRequester _ -> "requester";
            case Author.OfAgent _ -> "agent";
            case Author.OfDesk _ -> "desk";
        };
    }

    private static @Nullable Long id(Author author) {
        return switch (author) {
            case Author.OfRequester(var id) -> id.value();
            case Author.OfAgent(var id) -> id.value();
            case Author.OfDesk _ -> null;
        };
    }

    private static Author author(String kind, @Nullable Long id) {
        if (id == null) {
            return Author.desk();
        }
        return kind.equals("agent") ? Author.of(new AgentId(id)) : Author.of(new RequesterId(id));
    }
}
