package threeline.desk.ticket;

import static threeline.desk.db.ticket.Tables.PREPARED;
import static threeline.desk.db.ticket.Tables.PREPARED_ENTRY;
import static threeline.desk.db.ticket.Tables.TICKET_;

import java.io.StringWriter;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import threeline.desk.db.ticket.tables.records.TicketRecord;
import threeline.desk.tenant.Tenant;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/** Judged tickets on their way into the tables of those prepared: many in one parameter, written as they come. */
final class PreparedRows {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** What a judgement may change, as the ticket's table names it. */
    static final List<Field<?>> JUDGED = Stream.of(TICKET_.fields())
            .filter(it -> PREPARED.field(it.getName()) != null)
            .filter(it ->
                    !List.of(TICKET_.TENANT.getName(), TICKET_.NUMBER.getName()).contains(it.getName()))
            .<Field<?>>map(it -> it)
            .toList();

    private final Prepared.Mark mark;
    private final String tenant = Tenant.current().id().toString();
    private final StringWriter tickets = new StringWriter();
    private final StringWriter entries = new StringWriter();
    private final JsonGenerator ticket = JSON.createGenerator(tickets).writeStartArray();
    private final JsonGenerator entry = JSON.createGenerator(entries).writeStartArray();

    PreparedRows(Prepared.Mark mark) {
        this.mark = mark;
    }

    void add(Story story) {
        var number = story.ticket().number().value();
        var then = Tickets.rowOf(story.ticket());
        var differs = differs(story, then);
        put(ticket.writeStartObject(), PREPARED.TENANT, tenant);
        put(ticket, PREPARED.NUMBER, number);
        put(ticket, PREPARED.VERSION, mark.version());
        put(ticket, PREPARED.KNOWN, mark.known());
        put(ticket, PREPARED.JUDGED_ENTRIES, story.kept().entries());
        put(ticket, PREPARED.DIFFERS, differs);
        put(ticket, PREPARED.TELLS, story.fresh().stream().anyMatch(PreparedRows::tells));
        if (differs) {
            JUDGED.forEach(column -> put(ticket, column, then.get(column)));
        }
        ticket.writeEndObject();
        story.fresh().forEach(it -> add(number, it));
    }

    private void add(long number, Entry fresh) {
        var details = EventCodec.details(fresh.event());
        put(entry.writeStartObject(), PREPARED_ENTRY.TENANT, tenant);
        put(entry, PREPARED_ENTRY.TICKET, number);
        put(entry, PREPARED_ENTRY.ENTRY, fresh.number());
        put(entry, PREPARED_ENTRY.AT, fresh.at());
        put(entry, PREPARED_ENTRY.KIND, EventCodec.kind(fresh.event()));
        if (details != null) {
            entry.writeName(PREPARED_ENTRY.DETAILS.getName()).writeRawValue(details.data());
        }
        entry.writeEndObject();
    }

    /** What is null is left out. */
    private static void put(JsonGenerator to, Field<?> column, @Nullable Object value) {
        switch (value) {
            case null -> {}
            case Boolean it -> to.writeName(column.getName()).writeBoolean(it);
            case Integer it -> to.writeName(column.getName()).writeNumber(it);
            case Long it -> to.writeName(column.getName()).writeNumber(it);
            default -> to.writeName(column.getName()).writeString(value.toString());
        }
    }

    /** That something is due at another time is told afterwards, of all tickets. */
    private static boolean tells(Entry entry) {
        return !(entry.event() instanceof TicketEvent.DueMoved);
    }

    /** What is left of a running promise is another figure at each instant and says nothing new. */
    private static boolean differs(Story story, TicketRecord then) {
        if (!story.fresh().isEmpty()) {
            return true;
        }
        var kept = Tickets.rowOf(story.kept());
        return JUDGED.stream().anyMatch(it -> differs(it, kept, then));
    }

    private static boolean differs(Field<?> column, TicketRecord kept, TicketRecord then) {
        var isLeft = column.equals(TICKET_.NEXT_AS_OF)
                || column.equals(TICKET_.NEXT_LEFT_MICROS) && then.getNextDueAt() != null;
        return !isLeft && !Objects.equals(kept.get(column), then.get(column));
    }

    JSONB tickets() {
        return whole(ticket.writeEndArray(), tickets);
    }

    JSONB entries() {
        return whole(entry.writeEndArray(), entries);
    }

    private static JSONB whole(JsonGenerator written, StringWriter into) {
        written.close();
        return JSONB.valueOf(into.toString());
    }
}
