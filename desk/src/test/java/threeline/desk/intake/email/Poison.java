package threeline.desk.intake.email;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import threeline.desk.ticket.TicketChanged;

/** In tests, a ticket of this subject can't be opened while there is no cure. */
@Component
class Poison {

    static final String SUBJECT = "a letter that nobody survives";

    volatile boolean cured;

    @EventListener
    void on(TicketChanged change) {
        if (!cured && change.ticket().subject().equals(SUBJECT)) {
            throw new IllegalStateException("poisoned");
        }
    }
}
