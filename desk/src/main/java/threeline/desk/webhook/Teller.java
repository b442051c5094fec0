package threeline.desk.webhook;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import threeline.desk.contract.Charters;
import threeline.desk.ticket.Entry;
import threeline.desk.ticket.Ticket;
import threeline.desk.ticket.TicketChanged;
import tools.jackson.databind.json.JsonMapper;

/**
 * Hears what happens to tickets, in the very transaction, and leaves it to be told. What is told names the ticket and what
 * happened, and says none of its words: whoever may read those asks for them by the API.
 */
@Component
class Teller {

    private final Hooks hooks;
    private final Deliveries deliveries;
    private final Charters charters;
    private final JsonMapper json = new JsonMapper();

    Teller(Hooks hooks, Deliveries deliveries, Charters charters) {
        this.hooks = hooks;
        this.deliveries = deliveries;
        this.charters = charters;
    }

    @EventListener
    void on(TicketChanged change) {
        var open = hooks.open();
        if (open.isEmpty()) {
            return;
        }
        var prefix = charters.current().charter().prefix();
        for (var entry : change.entries()) {
            var kind = kind(entry);
            var payload = json.writeValueAsString(payload(kind, entry, change.ticket(), prefix));
            open.forEach(hook -> deliveries.add(hook, kind, payload));
        }
    }

    private static Map<String, Object> payload(String kind, Entry entry, Ticket ticket, String prefix) {
        var data = new LinkedHashMap<String, Object>();
        data.put("ticket", ticket.number().reference(prefix));
        data.put("number", ticket.number().value());
        data.put("entry", entry.number());
        var all = new LinkedHashMap<String, Object>();
        all.put("type", kind);
        all.put("timestamp", entry.at().toString());
        all.put("data", data);
        return all;
    }

    /** {@code ticket.call-taken}: what happened, as the timeline calls it. */
    static String kind(Entry entry) {
        var name = entry.event().getClass().getSimpleName();
        return "ticket." + name.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
