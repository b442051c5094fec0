package threeline.desk.mail.outbox;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import threeline.desk.tenant.Tenant;

/** The tenants' own keys, each read anew every half minute: so soon one that was put in use signs, on whichever node. */
@Component
class OwnKeys implements SigningKeys {

    private static final Duration FRESH = Duration.ofSeconds(30);

    private final DkimKeys keys;
    private final InstantSource time;
    private final ConcurrentMap<Place, Known> known = new ConcurrentHashMap<>();

    OwnKeys(DkimKeys keys, InstantSource time) {
        this.keys = keys;
        this.time = time;
    }

    private record Place(UUID tenant, String domain) {}

    private record Known(Optional<Signing> signing, Instant at) {}

    @Override
    public Optional<Signing> of(String domain) {
        var now = time.instant();
        var place = new Place(Tenant.current().id(), domain);
        return known.compute(place, (_, it) -> isFresh(it, now) ? it : new Known(keys.signing(domain), now))
                .signing();
    }

    private static boolean isFresh(@Nullable Known it, Instant now) {
        return it != null && it.at().plus(FRESH).isAfter(now);
    }
}
