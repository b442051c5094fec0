package threeline.desk.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A desk that asks too much waits, and no other does for it. */
class BudgetsTest {

    static final Tenant BUSY = new Tenant(UUID.randomUUID(), "busy", "Busy");
    static final Tenant CALM = new Tenant(UUID.randomUUID(), "calm", "Calm");

    final AtomicLong now = new AtomicLong();
    final Budgets budgets = new Budgets(60, 1_000_000, now::get);

    @Test
    void who_spent_all_waits_for_as_long_as_it_takes_and_no_longer() {
        for (var request = 0; request < 60; request++) {
            assertThat(budgets.take(BUSY, 0)).isZero();
        }
        assertThat(budgets.take(BUSY, 0)).isEqualTo(Duration.ofSeconds(1));
        assertThat(budgets.take(CALM, 0)).isZero();
        now.addAndGet(Duration.ofSeconds(1).toNanos());
        assertThat(budgets.take(BUSY, 0)).isZero();
        assertThat(budgets.take(BUSY, 0)).isPositive();
        now.addAndGet(Duration.ofDays(1).toNanos());
        assertThat(IntStream.range(0, 100).filter(_ -> budgets.take(BUSY, 0).isZero()))
                .hasSize(60);
    }

    @Test
    void large_things_have_a_budget_of_their_own_and_small_ones_cost_nothing_of_it() {
        assertThat(budgets.take(BUSY, 900_000)).isZero();
        assertThat(budgets.take(BUSY, 200_000)).isEqualTo(Duration.ofMinutes(6));
        assertThat(budgets.take(BUSY, 1000)).isZero();
        assertThat(budgets.take(CALM, 5_000_000)).isZero(); // once, as long as nothing else was
        assertThat(budgets.take(CALM, 100_000)).isPositive();
    }

    @Test
    void many_at_once_spend_no_more_than_there_is() {
        var passed = new AtomicInteger();
        var all = IntStream.range(0, 200)
                .mapToObj(_ -> CompletableFuture.runAsync(() -> {
                    if (budgets.take(BUSY, 0).isZero()) {
                        passed.incrementAndGet();
                    }
                }))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(all).join();
        assertThat(passed).hasValue(60);
    }
}
