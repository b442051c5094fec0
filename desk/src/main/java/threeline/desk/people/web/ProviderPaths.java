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
        return below(request, provider, "back");
    }

    /** After signing out there; and where it tells that somebody did. */
    String signedOut(HttpServletRequest request, long provider) {
        return below(request, provider, "signed-out");
    }

    private String below(HttpServletRequest request, long provider, String word) {
        return "%s%s%s/%d/%s"
                .formatted(parties.of(request).origin(), request.getContextPath(), Paths.PROVIDERS, provider, word);
    }
}
