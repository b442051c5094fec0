package threeline.desk.tenant;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Under which address everybody reaches us. Links in mails begin with it, never with what a request says of itself. */
@Component
public class Site {

    private final @Nullable URI address;

    /** @throws WrongSetting where something is given that no browser would open */
    Site(@Value("${threeline.site:}") String given) {
        this.address = given.isBlank() ? null : parse(given.strip());
    }

    private static URI parse(String given) {
        try {
            var address = new URI(given.replaceFirst("/+$", ""));
            var opens = "http".equalsIgnoreCase(address.getScheme()) || "https".equalsIgnoreCase(address.getScheme());
            if (opens && address.getHost() != null && address.getQuery() == null && address.getFragment() == null) {
                return address;
            }
        } catch (URISyntaxException _) {
            // said below
        }
        throw new WrongSetting("threeline.site", given, "give an address like https://desk.example");
    }

    /** Empty where the operator gave none. */
    public Optional<URI> address() {
        return Optional.ofNullable(address);
    }

    /** The address of a page of the current desk; empty where links have nothing to begin with. */
    public Optional<String> page(String path) {
        return address().map(it -> "%s/%s%s".formatted(it, Tenant.current().slug(), path));
    }
}
