package threeline.desk.tenant;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/**
 * What one desk may ask of this program, so that the others in the house are served too: so many requests a minute, and so
 * many bytes an hour of what is sent along with them. What is not used comes back bit by bit; nobody saves up more.
 */
@Component
public class Budgets {

    /** Less than that costs nothing but the request: forms and clicks. */
    private static final long SMALL = 64 * 1024;

    private final long requests;
    private final long bytes;
    private final LongSupplier nanos;
    private final Map<Account, Left> accounts = new ConcurrentHashMap<>();

    private record Account(UUID tenant, boolean ofBytes) {}

    private record Left(double amount, long at) {}

    @Autowired
    Budgets(
            @Value("${threeline.budget.requests:120000}") long requests,
            @Value("${threeline.budget.uploads:20GB}") DataSize uploads) {
        this(requests, uploads.toBytes(), System::nanoTime);
    }

    Budgets(long requests, long bytes, LongSupplier nanos) {
        this.requests = requests;
        this.bytes = bytes;
        this.nanos = nanos;
    }

    /** Takes a request with so many bytes from a desk's budgets; what is left to wait, zero if nothing is. */
    public Duration take(Tenant tenant, long length) {
        var wait = take(new Account(tenant.id(), false), 1, requests, Duration.ofMinutes(1));
        return wait.isPositive() || length < SMALL
                ? wait
                : take(new Account(tenant.id(), true), length, bytes, Duration.ofHours(1));
    }

    private Duration take(Account account, long wanted, long most, Duration each) {
        var now = nanos.getAsLong();
        var perNano = (double) most / each.toNanos();
        var waits = new Duration[] {Duration.ZERO};
        accounts.compute(account, (_, before) -> {
            var left = before == null ? most : Math.min(most, before.amount() + (now - before.at()) * perNano);
            var needed = Math.min(wanted, most); // what is more than all there ever is takes all there is
            if (left >= needed) {
                return new Left(left - needed, now);
            }
            waits[0] = Duration.ofNanos((long) Math.ceil((needed - left) / perNano));
            return new Left(left, now);
        });
        return waits[0];
    }
}
