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

    /** @throws NotAnAddress where something is given that no browser would open */
    Site(@Value("${threeline.site:}") String given) {
        var stripped = given.strip().replaceFirst("/+$", "");
        this.address = stripped.isEmpty() ? null : parse(stripped);
    }

    private static URI parse(String given) {
        try {
            var address = new URI(given);
            var opens = "http".equalsIgnoreCase(address.getScheme()) || "https".equalsIgnoreCase(address.getScheme());
            if (opens && address.getHost() != null && address.getQuery() == null && address.getFragment() == null) {
                return address;
            }
        } catch (URISyntaxException _) {
            // said below
        }
        throw new NotAnAddress(given);
    }

    /** Empty where the operator gave none. */
    public Optional<URI> address() {
        return Optional.ofNullable(address);
    }

    /** The address of a page of the current desk; empty where links have nothing to begin with. */
    public Optional<String> page(String path) {
        return address().map(it -> "%s/%s%s".formatted(it, Tenant.current().slug(), path));
    }

    /** What is given as the site is no address. */
    public static final class NotAnAddress extends RuntimeException {

        NotAnAddress(String given) {
            super("threeline.site is '%s', which is no address; give one like https://desk.example".formatted(given));
        }
    }
}
