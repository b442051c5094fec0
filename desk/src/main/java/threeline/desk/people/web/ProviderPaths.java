package threeline.desk.people.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;

/** Where a provider sends browsers back to: below the configured site, whatever a request says of its host. */
@Component
class ProviderPaths {

    private final Parties parties;

    ProviderPaths(Parties parties) {
        this.parties = parties;
    }

    String back(HttpServletRequest request, long provider) {
        return "%s%s%s/%d/back"
                .formatted(parties.of(request).origin(), request.getContextPath(), Paths.PROVIDERS, provider);
    }
}
