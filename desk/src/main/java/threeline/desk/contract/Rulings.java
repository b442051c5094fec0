package threeline.desk.contract;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import threeline.desk.tenant.Tenant;

/**
 * What rules promises at each desk. Who only reads gets what was seen a moment ago; a transaction that holds it still
 * gets exactly what rules, and nothing of it changes until that transaction ends.
 */
@Component
class Rulings {

    private static final ScopedValue<Ruling> SUPPOSED = ScopedValue.newInstance();
    private static final Duration OVERDUE = Duration.ofSeconds(10);

    private final RulingReader reader;
    private final InstantSource time;
    private final TransactionTemplate transactions;
    private final Map<UUID, Ruling> seen = new ConcurrentHashMap<>();
    private final AtomicLong forgotten = new AtomicLong();

    Rulings(RulingReader reader, InstantSource time, PlatformTransactionManager transactions) {
        this.reader = reader;
        this.time = time;
        this.transactions = new TransactionTemplate(transactions);
    }

    Ruling current() {
        if (SUPPOSED.isBound()) {
            return SUPPOSED.get();
        }
        var held = HeldStill.find(this);
        return held == null ? lately() : held.ruling(() -> exactly(held));
    }

    /** From here to the end of this transaction nothing of it changes. Waits for whoever is changing it. */
    void holdStill() {
        if (HeldStill.find(this) == null) {
            bind(reader.holdStill());
        }
    }

    /** This transaction is going to change it, and nobody writes to a ticket until it ends. */
    void change() {
        reader.change();
        var held = HeldStill.find(this);
        (held == null ? bind(null) : held).changed();
    }

    private HeldStill bind(Ruling.@Nullable Held marks) {
        var tenant = Tenant.current().id();
        return HeldStill.bind(this, marks, () -> forget(tenant));
    }

    /** Whoever is reading at this moment may have read what held before. */
    private void forget(UUID tenant) {
        seen.compute(tenant, (_, _) -> {
            forgotten.incrementAndGet();
            return null;
        });
    }

    /** This transaction has changed it. */
    void changed() {
        var held = HeldStill.find(this);
        if (held != null) {
            held.changed();
        }
    }

    <T> T asIf(CharterInForce next, Supplier<T> work) {
        var ruling = current();
        var versions = new ArrayList<>(ruling.versions());
        versions.add(next);
        return supposing(versions, ruling, work);
    }

    <T> T asIfEver(CharterInForce other, Supplier<T> work) {
        return supposing(List.of(other), current(), work);
    }

    private static <T> T supposing(List<CharterInForce> versions, Ruling ruling, Supplier<T> work) {
        return ScopedValue.where(
                        SUPPOSED,
                        new Ruling(
                                versions, ruling.moves(), ruling.contracts(), ruling.changes(), null, ruling.seenAt()))
                .call(work::get);
    }

    /** What is written under what rules now, is written before something else does; unless that is long overdue. */
    Instant notPast(Instant now) {
        var held = HeldStill.find(this);
        var marks = held == null ? null : held.marks();
        var comingAt = marks == null ? null : marks.comingAt();
        return comingAt != null && !comingAt.isAfter(now) && now.isBefore(comingAt.plus(OVERDUE))
                ? comingAt.minus(1, ChronoUnit.MICROS)
                : now;
    }

    private Ruling lately() {
        var tenant = Tenant.current().id();
        var it = seen.get(tenant);
        if (it == null || it.isStale(time.instant())) {
            var before = it;
            var then = forgotten.get();
            var now = transactions.execute(_ -> reader.read(before));
            seen.compute(tenant, (_, known) -> forgotten.get() == then ? now : known);
            it = now;
        }
        return it;
    }

    /** What this very transaction changes may yet be undone, so nobody else gets to see it. */
    private Ruling exactly(HeldStill held) {
        var tenant = Tenant.current().id();
        var known = seen.get(tenant);
        var marks = held.marks();
        if (marks == null) {
            return reader.read(known);
        }
        if (known == null || !known.isStill(marks)) {
            known = reader.read(known);
            seen.put(tenant, known);
        }
        return known;
    }
}
