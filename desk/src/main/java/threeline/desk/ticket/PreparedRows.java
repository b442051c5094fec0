package threeline.desk.ticket;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import threeline.desk.db.ticket.tables.records.TicketRecord;
import threeline.desk.tenant.Tenant;
import tools.jackson.databind.json.JsonMapper;

/** Judged tickets on their way into the tables of those prepared: many in one parameter. */
final class PreparedRows {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Prepared.Mark mark;
    private final String tenant = Tenant.current().id().toString();
    private final List<Map<String, @Nullable Object>> tickets = new ArrayList<>();
    private final List<Map<String, @Nullable Object>> entries = new ArrayList<>();

    PreparedRows(Prepared.Mark mark) {
        this.mark = mark;
    }

    void add(Story story) {
        var number = story.ticket().number().value();
        var record = Tickets.rowOf(story.ticket());
        var row = new LinkedHashMap<String, @Nullable Object>();
        for (var field : record.fields()) {
            var value = record.get(field);
            row.put(field.getName(), value instanceof Instant at ? at.toString() : value);
        }
        row.put("tenant", tenant);
        row.put("number", number);
        row.put("version", mark.version());
        row.put("known", mark.known());
        row.put("judged_entries", story.kept().entries());
        row.put("differs", differs(story));
        row.put("tells", story.fresh().stream().anyMatch(PreparedRows::tells));
        tickets.add(row);
        story.fresh().forEach(entry -> entries.add(row(number, entry)));
    }

    private Map<String, @Nullable Object> row(long ticket, Entry entry) {
        var details = EventCodec.details(entry.event());
        var row = new LinkedHashMap<String, @Nullable Object>();
        row.put("tenant", tenant);
        row.put("ticket", ticket);
        row.put("entry", entry.number());
        row.put("at", entry.at().toString());
        row.put("kind", EventCodec.kind(entry.event()));
        row.put("details", details == null ? null : JSON.readTree(details.data()));
        return row;
    }

    /** That something is due at another time is told afterwards, of all tickets. */
    private static boolean tells(Entry entry) {
        return !EventCodec.kind(entry.event()).equals(EventCodec.DUE_MOVED);
    }

    private static boolean differs(Story story) {
        return !story.fresh().isEmpty() || !timeless(story.kept()).equals(timeless(story.ticket()));
    }

    /** What is left of a running promise is another figure at each instant and says nothing new. */
    private static TicketRecord timeless(Ticket ticket) {
        var row = Tickets.rowOf(ticket);
        row.setNextAsOf(null);
        if (row.getNextDueAt() != null) {
            row.setNextLeftMicros(null);
        }
        return row;
    }

    JSONB tickets() {
        return JSONB.valueOf(JSON.writeValueAsString(tickets));
    }

    JSONB entries() {
        return JSONB.valueOf(JSON.writeValueAsString(entries));
    }
}
