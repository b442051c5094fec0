package threeline.desk.watch.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import threeline.desk.contract.CharterInForce;
import threeline.desk.contract.CharterVersion;
import threeline.desk.contract.CharterVersions;
import threeline.desk.contract.Charters;
import threeline.desk.tenant.Tenant;
import threeline.desk.watch.Reigns;
import threeline.promises.keeping.Version;

/** The versions in force at the desk that we serve just now and the one that is to come, which is read once. */
@Component
class KnownReigns {

    private final Charters charters;
    private final CharterVersions versions;
    private final Map<UUID, Coming> known = new ConcurrentHashMap<>();

    KnownReigns(Charters charters, CharterVersions versions) {
        this.charters = charters;
        this.versions = versions;
    }

    Reigns now() {
        var all = new ArrayList<Version>();
        charters.versions().stream().map(CharterInForce::version).forEach(all::add);
        versions.coming().map(this::read).ifPresent(all::add);
        return new Reigns(all);
    }

    private Version read(CharterVersion coming) {
        var desk = Tenant.current().id();
        var it = known.get(desk);
        if (it == null || it.number() != coming.number() || !it.at().equals(coming.inForceAt())) {
            var text = versions.text(coming.number()).orElseThrow();
            var charter = charters.supposed(text, coming.inForceAt()).charter();
            it = new Coming(
                    coming.number(),
                    coming.inForceAt(),
                    new Version(charter, "" + coming.number(), coming.inForceAt()));
            known.put(desk, it);
        }
        return it.version();
    }

    private record Coming(int number, Instant at, Version version) {}
}
