package threeline.desk.ticket;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import threeline.desk.contract.ContractAgreed;
import threeline.desk.contract.Contracts;

/** Has tickets follow what was agreed anew with their organization. */
@Component
class Followers {

    private final Tickets tickets;

    Followers(Tickets tickets) {
        this.tickets = tickets;
    }

    /** As soon as every node knows of it; what follows is dated at the agreement all the same. */
    @EventListener
    void on(ContractAgreed agreed) {
        var contract = agreed.contract();
        tickets.wake(contract.organization(), contract.since().plus(Contracts.STALE_AFTER.plusSeconds(1)));
    }
}
