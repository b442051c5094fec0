package threeline.desk.timekeeping.web;

import gg.jte.Content;
import gg.jte.TemplateEngine;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import threeline.desk.contract.Charters;
import threeline.desk.ticket.Author;
import threeline.desk.ticket.Entry;
import threeline.desk.ticket.Ticket;
import threeline.desk.ticket.TicketEvent;
import threeline.desk.ticket.TicketPanel;
import threeline.desk.timekeeping.Timekeeper;
import threeline.desk.web.Frame;
import threeline.desk.web.Moments;
import threeline.promises.charter.Charter;
import threeline.promises.keeping.Standing;
import threeline.promises.sla.Metric;
import threeline.promises.tier.Group;

/** The overview of a ticket that was handed over, until somebody of the receivers has taken it up. */
@Component
@Order(0)
class HandoverPanel implements TicketPanel {

    private final Timekeeper timekeeper;
    private final Charters charters;
    private final TemplateEngine templates;

    HandoverPanel(Timekeeper timekeeper, Charters charters, TemplateEngine templates) {
        this.timekeeper = timekeeper;
        this.charters = charters;
        this.templates = templates;
    }

    @Override
    public Content show(Ticket ticket, List<Entry> timeline, Frame frame) {
        var handover = open(timeline).filter(_ -> ticket.status().unresolved());
        if (handover.isEmpty()) {
            return _ -> {};
        }
        var charter = charters.current().charter();
        var moments = new Moments(charter.zone(), frame.now());
        var standing = timekeeper.standing(timeline, frame.now());
        Map<String, Object> model =
                Map.of("frame", frame, "handover", view(ticket, handover.get(), timeline, standing, charter, moments));
        return output -> templates.render("timekeeping/handover.jte", model, output);
    }

    /** The last handover, unless an agent has done something since. */
    private static Optional<Entry> open(List<Entry> timeline) {
        for (var entry : timeline.reversed()) {
            if (entry.event() instanceof TicketEvent.HandedOver) {
                return Optional.of(entry);
            }
            if (entry.author() instanceof Author.OfAgent) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static HandoverView view(
            Ticket ticket, Entry handover, List<Entry> timeline, Standing standing, Charter charter, Moments moments) {
        var awaited = standing.promise(Metric.HANDOVER)
                .filter(it -> it.endedAt() == null)
                .isPresent();
        var overview = new Overview(ticket, timeline, standing, charter, moments);
        return new HandoverView(
                "/tickets/" + ticket.number(), handed(handover, charter, moments), awaited, overview.facts());
    }

    private static String handed(Entry entry, Charter charter, Moments moments) {
        var handover = (TicketEvent.HandedOver) entry.event();
        return "%s to %s, %s %s"
                .formatted(
                        name(handover.from(), charter),
                        name(handover.to(), charter),
                        moments.date(entry.at()),
                        moments.clock(entry.at()));
    }

    private static String name(String group, Charter charter) {
        return charter.ladder().group(group).map(Group::name).orElse(group);
    }
}
