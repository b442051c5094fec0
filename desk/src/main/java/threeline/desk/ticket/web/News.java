package threeline.desk.ticket.web;

import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import threeline.desk.ticket.TicketChanged;
import threeline.desk.web.live.Live;

/** Tells every page that a ticket has changed, once the change can be read. */
@Component
class News {

    private final Live live;

    News(Live live, Counts counts) {
        this.live = live;
        live.onNews(counts::forget);
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void on(TicketChanged changed) {
        live.tell(changed.tenant().id(), changed.ticket().number().toString());
    }
}
