package threeline.desk.webhook;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import threeline.desk.web.Problem;
import threeline.desk.web.ProblemException;

/** Where something is posted to: an address of the web, written plainly. */
record Destination(URI uri) {

    private static final int LONGEST = 1000;
    private static final int FIRST_OPEN_PORT = 1024;
    private static final Set<Integer> WEB = Set.of(80, 443);

    /** Refused with a {@link Problem.Invalid} that says what is wrong with it. */
    static Destination parse(String text) {
        try {
            var uri = new URI(text.strip());
            var scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            if (!Set.of("http", "https").contains(scheme) || uri.getHost() == null || text.length() > LONGEST) {
                throw invalid("Write the whole address, such as https://example.org/hook.");
            }
            if (uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
                throw invalid("An address has no name or password in it, and no part after #.");
            }
            if (uri.getPort() >= 0 && uri.getPort() < FIRST_OPEN_PORT && !WEB.contains(uri.getPort())) {
                throw invalid("Port %d is no web server's.".formatted(uri.getPort()));
            }
            return new Destination(uri);
        } catch (URISyntaxException unreadable) {
            throw invalid("That is no address of the web.");
        }
    }

    boolean isSecure() {
        return uri.getScheme().equalsIgnoreCase("https");
    }

    String host() {
        return uri.getHost().replaceAll("^\\[|]$", "");
    }

    int port() {
        return uri.getPort() >= 0 ? uri.getPort() : isSecure() ? 443 : 80;
    }

    String target() {
        var path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    }

    private static ProblemException invalid(String what) {
        return new ProblemException(new Problem.Invalid(new Problem.Fault("url", what)));
    }
}
