package threeline.desk.people.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;
import threeline.desk.people.access.Party;
import threeline.desk.tenant.Site;
import threeline.desk.web.Problem;
import threeline.desk.web.ProblemException;

/**
 * For whom devices sign: the configured site, whatever a request says of its host. Only who looks at a desk on their own
 * machine signs for that; a key made there is bound to it, and opens nothing elsewhere.
 */
@Component
class Parties {

    private static final String HERE = "localhost";

    private final Site site;

    Parties(Site site) {
        this.site = site;
    }

    boolean isKnown(HttpServletRequest request) {
        return site.address().isPresent() || isHere(request);
    }

    Party of(HttpServletRequest request) {
        if (isHere(request)) {
            return new Party(HERE, "http://%s:%d".formatted(HERE, request.getServerPort()));
        }
        var address = site.address().orElseThrow(Parties::unknown);
        var port = address.getPort() < 0 ? "" : ":" + address.getPort();
        return new Party(address.getHost(), "%s://%s%s".formatted(address.getScheme(), address.getHost(), port));
    }

    private static ProblemException unknown() {
        return new ProblemException(new Problem.Conflict(
                "Passkeys and providers are bound to an address, and this desk has none: threeline.site is not set."));
    }

    private static boolean isHere(HttpServletRequest request) {
        return request.getServerName().equals(HERE);
    }
}
