package threeline.desk.timekeeping;

import jakarta.annotation.PreDestroy;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import threeline.desk.contract.CharterInForce;
import threeline.desk.contract.Charters;
import threeline.desk.contract.Preview;
import threeline.desk.contract.Previews;
import threeline.desk.tenant.Tenants;

/**
 * Works out the previews that people asked for. The rows are the schedule; one that a node was at when it died is taken
 * by the next. It takes all processors for a while, on threads that are none of those who serve.
 */
@Component
class PreviewRound {

    private static final Logger LOG = LoggerFactory.getLogger(PreviewRound.class);

    private final Previews previews;
    private final Foresight foresight;
    private final Charters charters;
    private final Tenants tenants;
    private final TransactionTemplate lasting;
    private final TransactionTemplate own;
    private final Set<UUID> busy = ConcurrentHashMap.newKeySet();
    private final ExecutorService desks = Executors.newCachedThreadPool(
            Thread.ofPlatform().name("preview").daemon().factory());
    private final ExecutorService threads = Executors.newFixedThreadPool(
            Runtime.getRuntime().availableProcessors(),
            Thread.ofPlatform().name("preview-", 1).daemon().factory());

    PreviewRound(
            Previews previews,
            Foresight foresight,
            Charters charters,
            Tenants tenants,
            PlatformTransactionManager transactions) {
        this.previews = previews;
        this.foresight = foresight;
        this.charters = charters;
        this.tenants = tenants;
        this.lasting = new TransactionTemplate(transactions);
        this.own = new TransactionTemplate(transactions);
        this.own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Scheduled(fixedDelayString = "${threeline.preview.every:PT0.25S}")
    void go() {
        for (var tenant : previews.tenants()) {
            if (busy.add(tenant)) {
                desks.execute(() -> workAt(tenant));
            }
        }
    }

    private void workAt(UUID tenant) {
        try {
            tenants.get(tenant)
                    .run(() -> lasting.executeWithoutResult(_ -> previews.take().ifPresent(this::work)));
        } catch (RuntimeException failed) {
            LOG.error("a preview could not be taken, and will be tried again", failed);
        } finally {
            busy.remove(tenant);
        }
    }

    private void work(Preview preview) {
        try {
            look(preview);
        } catch (CancellationException _) {
            LOG.debug("nobody waits for this preview any more");
        } catch (RuntimeException failed) {
            LOG.error("a preview failed", failed);
            own.executeWithoutResult(_ -> previews.fail(
                    preview, "It could not be worked out; what went wrong stands in the log. Try it again."));
        }
    }

    private void look(Preview preview) {
        var next = next(preview);
        var unresolved = foresight.unresolved();
        var recent = foresight.recent();
        var total = unresolved.size() + recent.size();
        var seen = foresight.changes(next, unresolved, threads, progress(preview, 0, total));
        own.executeWithoutResult(_ -> {
            if (previews.seen(preview, seen.outlook())) {
                IntStream.range(0, seen.pages())
                        .forEach(page -> previews.addPage(preview, page, foresight.page(seen, page)));
            }
        });
        var kept = foresight.hindsight(next, recent, threads, progress(preview, unresolved.size(), total));
        own.executeWithoutResult(_ -> previews.finish(preview, seen.outlook().with(kept)));
    }

    private IntConsumer progress(Preview preview, int before, int total) {
        return done -> {
            if (Boolean.FALSE.equals(own.execute(_ -> previews.progress(preview, before + done, total)))) {
                throw new CancellationException();
            }
        };
    }

    private CharterInForce next(Preview preview) {
        return charters.supposed(preview.text(), preview.inForceAt());
    }

    @PreDestroy
    void stop() {
        desks.shutdownNow();
        threads.shutdownNow();
    }
}
