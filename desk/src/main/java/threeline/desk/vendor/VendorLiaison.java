package threeline.desk.vendor;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import threeline.desk.contract.Charters;
import threeline.desk.mail.Attachment;
import threeline.desk.ticket.Entry;
import threeline.desk.ticket.Inspection;
import threeline.desk.ticket.TicketChanged;
import threeline.desk.ticket.TicketEvent;
import threeline.desk.ticket.TicketNumber;
import threeline.desk.ticket.Timeline;
import threeline.promises.charter.Charter;
import threeline.promises.charter.Vendor;

/** Hears when a ticket is brought to a vendor, in the very transaction, and writes to the vendor. */
@Component
class VendorLiaison {

    private final Askings askings;
    private final VendorPost post;
    private final Timeline timeline;
    private final Charters charters;

    VendorLiaison(Askings askings, VendorPost post, Timeline timeline, Charters charters) {
        this.askings = askings;
        this.post = post;
        this.timeline = timeline;
        this.charters = charters;
    }

    @EventListener
    void on(TicketChanged change) {
        change.entries().forEach(entry -> hear(change.ticket().number(), entry));
    }

    private void hear(TicketNumber ticket, Entry entry) {
        switch (entry.event()) {
            case TicketEvent.VendorAsked(var vendor) -> ask(ticket, vendor, entry);
            case TicketEvent.VendorReferred(var reference) ->
                askings.of(ticket).stream().findFirst().ifPresent(it -> askings.refer(it, reference.strip()));
            case TicketEvent.VendorReplied _ -> askings.answered(ticket, entry.at());
            case TicketEvent.Resolved _ -> askings.leave(ticket);
            case TicketEvent.Merged _ -> askings.leave(ticket);
            case TicketEvent.Closed _ -> askings.leave(ticket);
            default -> {} // all else goes on without a vendor
        }
    }

    private void ask(TicketNumber ticket, String id, Entry entry) {
        var charter = charters.current().charter();
        var vendor = charter.offers().vendors().get(id);
        if (vendor != null) {
            var asking = askings.ask(ticket, id, entry.at(), chaseAt(vendor, charter, entry.at()));
            var reference = ticket.reference(charter.prefix());
            var letter = VendorWords.of(charter).asking(reference, entry.subject(), entry.text(), asking.reference());
            post.send(asking, vendor, entry.number(), letter, files(ticket, entry));
        }
    }

    /** When it is asked again if it says nothing; null where the charter does not chase. */
    static @Nullable Instant chaseAt(Vendor vendor, Charter charter, Instant since) {
        var chase = vendor.chase();
        if (chase == null) {
            return null;
        }
        var calendar = charter.calendar(chase.calendar());
        return calendar.dueAt(since, chase.allowance().on(calendar));
    }

    private List<Attachment> files(TicketNumber ticket, Entry entry) {
        return entry.attachments().stream()
                .map(file -> timeline.file(ticket, entry.number(), file.place()))
                .flatMap(Optional::stream)
                .filter(file -> !(file.inspection() instanceof Inspection.Refused))
                .map(file -> new Attachment(file.name(), file.type(), file.content()))
                .toList();
    }
}
