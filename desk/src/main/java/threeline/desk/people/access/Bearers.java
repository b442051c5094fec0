package threeline.desk.people.access;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import threeline.desk.tenant.Tenant;
import threeline.desk.tenant.Tenants;

/**
 * Knows who stands behind a token. For a few seconds it remembers, so that a busy program costs no question to the
 * database at each request, and one whose token ended is refused soon. Only good tokens are remembered.
 */
@Component
public class Bearers {

    private static final Duration REMEMBERED = Duration.ofSeconds(3);
    private static final int MOST = 1000;

    private final Tenants tenants;
    private final ApiTokens tokens;
    private final Watchkeeper watchkeeper;
    private final InstantSource time;
    private final Map<BearerToken, Known> known = new ConcurrentHashMap<>();

    private record Known(Bearer bearer, ApiToken token, Instant until) {}

    /** A program at the door: for which desk it comes, and as whom it acts. */
    public record Bearer(Tenant tenant, Actor actor) {}

    Bearers(Tenants tenants, ApiTokens tokens, Watchkeeper watchkeeper, InstantSource time) {
        this.tenants = tenants;
        this.tokens = tokens;
        this.watchkeeper = watchkeeper;
        this.time = time;
    }

    /** Who shows this token; nobody for a token that is unknown, expired, ended, or whose agent is disabled. */
    public Optional<Bearer> find(BearerToken shown) {
        var now = time.instant();
        var remembered = known.get(shown);
        if (remembered == null || !now.isBefore(remembered.until())) {
            remembered = ask(shown, now);
        }
        return Optional.ofNullable(remembered)
                .filter(it -> !it.token().endedBy(now))
                .map(Known::bearer)
                .map(this::now);
    }

    /** A watch ends at its instant, whatever is remembered. */
    private Bearer now(Bearer it) {
        return new Bearer(it.tenant(), it.tenant().call(() -> watchkeeper.look(it.actor())));
    }

    /** Forgets all, so that what was just changed holds at once. */
    public void forget() {
        known.clear();
    }

    private @Nullable Known ask(BearerToken shown, Instant now) {
        var found = tenants.find(shown.desk())
                .flatMap(tenant -> tenant.call(() -> tokens.find(shown.secret()))
                        .map(token -> new Known(
                                new Bearer(tenant, new Actor(token.agent(), token.scopes())),
                                token,
                                now.plus(REMEMBERED))));
        known.remove(shown);
        if (known.size() >= MOST) {
            known.clear();
        }
        found.ifPresent(it -> known.put(shown, it));
        return found.orElse(null);
    }
}
