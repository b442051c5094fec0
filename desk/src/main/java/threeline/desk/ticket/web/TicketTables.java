package threeline.desk.ticket.web;

import gg.jte.Content;
import gg.jte.TemplateEngine;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import threeline.desk.ticket.Ticket;
import threeline.desk.ticket.TicketTable;
import threeline.desk.web.Frame;
import threeline.desk.web.Moments;

/** Shows tickets as the queue does, on pages of others. */
@Component
class TicketTables implements TicketTable {

    private final Rows rows;
    private final TemplateEngine templates;

    TicketTables(Rows rows, TemplateEngine templates) {
        this.rows = rows;
        this.templates = templates;
    }

    @Override
    public Content show(List<Ticket> tickets, String caption, Frame frame) {
        var moments = new Moments(rows.charter().zone(), frame.now());
        var group = new QueueGroup(caption, rows.of(tickets, moments), false);
        Map<String, Object> model = Map.of(
                "frame",
                frame,
                "groups",
                List.of(group),
                "caption",
                caption,
                "view",
                Views.BREAKS_FIRST.word(),
                "headed",
                false);
        return output -> templates.render("ticket/rows-table.jte", model, output);
    }
}
