package threeline.desk.ticket;

import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import threeline.desk.contract.CharterInForce;
import threeline.desk.contract.Follower;

/** Gets all unresolved tickets ready for a version of the charter that is coming. */
@Component
class TicketsFollow implements Follower {

    private static final int FEW = 1000;
    private static final Duration EACH = Duration.ofNanos(130_000);

    private final ManyStories stories;
    private final Prepared prepared;
    private final TicketsInUse inUse;
    private final Rejudging rejudging;
    private final TransactionTemplate own;

    TicketsFollow(
            ManyStories stories,
            Prepared prepared,
            TicketsInUse inUse,
            Rejudging rejudging,
            PlatformTransactionManager manager) {
        this.stories = stories;
        this.prepared = prepared;
        this.inUse = inUse;
        this.rejudging = rejudging;
        this.own = new TransactionTemplate(manager);
        this.own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Override
    public List<InUse> inUse() {
        return inUse.all();
    }

    @Override
    public Duration readyWithin() {
        var count = inUse.unresolved();
        return count <= FEW ? Duration.ZERO : Duration.ofSeconds(2).plus(EACH.multipliedBy(count));
    }

    /** A few at a time, each in a transaction of its own. */
    @Override
    public void prepare(CharterInForce coming) {
        var mark = prepared.mark(coming);
        var missing = own.execute(_ -> prepared.missing(mark));
        Rejudging.chunks(
                missing,
                some -> own.executeWithoutResult(
                        _ -> prepared.keep(rejudging.judgedWith(coming, stories.read(some)), mark)));
    }

    @Override
    public boolean isReady(CharterInForce coming) {
        return own.execute(_ -> prepared.missing(prepared.mark(coming))).size() <= FEW;
    }
}
