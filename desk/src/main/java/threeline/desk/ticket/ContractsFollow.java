package threeline.desk.ticket;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import threeline.desk.contract.ContractAgreed;

/** Has tickets follow what was agreed anew with their organization. */
@Component
class ContractsFollow {

    private final ManyStories many;

    ContractsFollow(ManyStories many) {
        this.many = many;
    }

    /** All of the organization are judged anew at once, by the sweep. */
    @EventListener
    void on(ContractAgreed agreed) {
        var contract = agreed.contract();
        many.wakeUnresolved(contract.organization(), contract.since());
    }
}
