package threeline.desk.ticket;

import static org.jooq.impl.DSL.row;
import static threeline.desk.db.ticket.Tables.ENTRY;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import threeline.desk.people.AgentId;
import threeline.desk.people.HeldOnAgent;

/** What an agent did and wrote on tickets, as far as whoever asks sees those. */
@Repository
@Transactional(readOnly = true)
class HeldActs implements HeldOnAgent {

    private static final int AT_ONCE = 500;

    private final DSLContext db;

    HeldActs(DSLContext db) {
        this.db = db;
    }

    @Override
    public void each(AgentId who, Consumer<Map<String, Object>> reader) {
        for (var some = after(0, 0, who); !some.isEmpty(); ) {
            some.forEach(it -> reader.accept(told(it)));
            var last = some.getLast();
            some = after(last.get(ENTRY.TICKET), last.get(ENTRY.ENTRY_), who);
        }
    }

    private List<? extends Record> after(long ticket, int entry, AgentId who) {
        return db.select(ENTRY.TICKET, ENTRY.ENTRY_, ENTRY.AT, ENTRY.KIND, ENTRY.SUBJECT, ENTRY.TEXT)
                .from(ENTRY)
                .where(ENTRY.AUTHOR_KIND.eq("agent"), ENTRY.AUTHOR.eq(who.value()))
                .and(row(ENTRY.TICKET, ENTRY.ENTRY_).gt(ticket, entry))
                .orderBy(ENTRY.TICKET, ENTRY.ENTRY_)
                .limit(AT_ONCE)
                .fetch();
    }

    private static Map<String, Object> told(Record row) {
        var told = new LinkedHashMap<String, Object>();
        told.put("held", "act");
        told.put("ticket", row.get(ENTRY.TICKET));
        told.put("at", row.get(ENTRY.AT).toString());
        told.put("what", row.get(ENTRY.KIND));
        put(told, "subject", row.get(ENTRY.SUBJECT));
        put(told, "text", row.get(ENTRY.TEXT));
        return told;
    }

    private static void put(Map<String, Object> told, String name, @Nullable Object value) {
        if (value != null) {
            told.put(name, value);
        }
    }
}
