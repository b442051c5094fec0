package threeline.desk.ticket;

import java.time.Instant;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;
import threeline.desk.contract.CharterPut;
import threeline.desk.tenant.Tenant;

/** Lets all unresolved tickets follow a version of the charter in one step. */
@Component
class TicketSwitch {

    private final ManyStories many;
    private final Stories stories;
    private final Prepared prepared;
    private final Rejudging rejudging;
    private final ListsAtRest atRest;
    private final ApplicationEventPublisher listeners;
    private final TransactionTemplate own;

    TicketSwitch(
            ManyStories many,
            Stories stories,
            Prepared prepared,
            Rejudging rejudging,
            ListsAtRest atRest,
            ApplicationEventPublisher listeners,
            PlatformTransactionManager manager) {
        this.many = many;
        this.stories = stories;
        this.prepared = prepared;
        this.rejudging = rejudging;
        this.atRest = atRest;
        this.listeners = listeners;
        this.own = new TransactionTemplate(manager);
        this.own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** In the transaction that puts it in force: what was prepared and still fits, then the rest. */
    @EventListener
    void on(CharterPut put) {
        atRest.begin();
        var mark = prepared.mark(put.charter());
        var rest = prepared.unfit(mark);
        prepared.apply(mark);
        Rejudging.chunks(rest, some -> follow(some, put.charter().inForceAt()));
        many.wakeResolved(put.charter().inForceAt());
    }

    private void follow(List<TicketNumber> some, Instant at) {
        var followed = rejudging.judged(many.lock(some), at);
        stories.keep(followed);
        for (var story : followed) {
            if (!story.fresh().isEmpty()) {
                listeners.publishEvent(
                        new TicketChanged(Tenant.current(), story.kept(), story.ticket(), withoutMoved(story.fresh())));
            }
        }
    }

    /** That something is due at another time is told afterwards, of these as of those that were prepared. */
    private static List<Entry> withoutMoved(List<Entry> fresh) {
        return fresh.stream()
                .filter(it -> !(it.event() instanceof TicketEvent.DueMoved))
                .toList();
    }

    /** What was prepared has served; whoever waited for the switch need not wait for this too. */
    @TransactionalEventListener
    void after(CharterPut put) {
        put.tenant().run(() -> own.executeWithoutResult(_ -> prepared.clear()));
    }
}
