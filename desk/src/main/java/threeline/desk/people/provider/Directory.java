package threeline.desk.people.provider;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.Resource;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What providers say about themselves (OpenID Connect Discovery), remembered for an hour; and their keys, which turn. */
@Component
class Directory {

    private static final Duration REMEMBERED = Duration.ofHours(1);
    private static final int MOST = 500;

    /** Those with a key that is public, and none that is known to be weak; "none" and shared secrets are no signatures. */
    static final Set<JWSAlgorithm> ALGORITHMS = Set.of(
            JWSAlgorithm.RS256,
            JWSAlgorithm.RS384,
            JWSAlgorithm.RS512,
            JWSAlgorithm.PS256,
            JWSAlgorithm.PS384,
            JWSAlgorithm.PS512,
            JWSAlgorithm.ES256,
            JWSAlgorithm.ES384,
            JWSAlgorithm.ES512);

    private final Wire wire;
    private final InstantSource time;
    private final JsonMapper json = new JsonMapper();
    private final Map<String, Entry> known = new ConcurrentHashMap<>();

    Directory(Wire wire, InstantSource time) {
        this.wire = wire;
        this.time = time;
    }

    /** Where a provider is asked; the last two not every one has. */
    record Addresses(
            URI authorization,
            URI token,
            @Nullable URI userinfo,
            @Nullable URI end) {}

    /** How one provider is talked to. */
    record Entry(
            String issuer,
            Addresses at,
            Set<JWSAlgorithm> algorithms,
            boolean basic,
            boolean namesItself,
            JWKSource<SecurityContext> keys,
            Instant readAt) {}

    Entry of(String issuer) throws IOException {
        var found = known.get(issuer);
        if (found != null && found.readAt().plus(REMEMBERED).isAfter(time.instant())) {
            return found;
        }
        return read(issuer);
    }

    /** As it is now, whatever is remembered. */
    Entry read(String issuer) throws IOException {
        var url = URI.create(issuer.replaceFirst("/$", "") + "/.well-known/openid-configuration");
        var said = parsed(wire.get(url));
        if (!issuer.equals(said.path("issuer").asString(""))) {
            throw new IOException(
                    "it calls itself %s, not %s".formatted(said.path("issuer").asString("nothing"), issuer));
        }
        var entry = new Entry(
                issuer,
                addresses(said),
                algorithms(said.path("id_token_signing_alg_values_supported")),
                takesBasic(said.path("token_endpoint_auth_methods_supported")),
                said.path("authorization_response_iss_parameter_supported").asBoolean(false),
                keys(address(said, "jwks_uri")),
                time.instant());
        if (known.size() >= MOST) {
            known.clear();
        }
        known.put(issuer, entry);
        return entry;
    }

    /** Kept for five minutes; one that is not among them is looked for anew, and not without end. */
    private JWKSource<SecurityContext> keys(URI at) throws MalformedURLException {
        return JWKSourceBuilder.<SecurityContext>create(
                        at.toURL(), url -> new Resource(wire.get(URI.create(url.toString())), "application/json"))
                .refreshAheadCache(false)
                .build();
    }

    JsonNode parsed(String text) throws IOException {
        try {
            return json.readTree(text);
        } catch (JacksonException unreadable) {
            throw new IOException("its answer is no JSON", unreadable);
        }
    }

    private static Addresses addresses(JsonNode said) throws IOException {
        return new Addresses(
                address(said, "authorization_endpoint"),
                address(said, "token_endpoint"),
                said.has("userinfo_endpoint") ? address(said, "userinfo_endpoint") : null,
                said.has("end_session_endpoint") ? address(said, "end_session_endpoint") : null);
    }

    private static URI address(JsonNode said, String field) throws IOException {
        try {
            var uri = URI.create(said.path(field).asString(""));
            if (uri.getHost() != null
                    && uri.getRawFragment() == null
                    && Set.of("http", "https").contains(uri.getScheme())) {
                return uri;
            }
        } catch (IllegalArgumentException unreadable) {
            // said below
        }
        throw new IOException("it names no %s".formatted(field));
    }

    private static Set<JWSAlgorithm> algorithms(JsonNode said) throws IOException {
        var common = new LinkedHashSet<JWSAlgorithm>();
        said.forEach(it -> {
            var algorithm = JWSAlgorithm.parse(it.asString(""));
            if (ALGORITHMS.contains(algorithm)) {
                common.add(algorithm);
            }
        });
        if (common.isEmpty()) {
            throw new IOException("it signs by none of %s".formatted(ALGORITHMS));
        }
        return Set.copyOf(common);
    }

    /** What it takes where it names nothing. */
    private static boolean takesBasic(JsonNode said) {
        if (said.isEmpty()) {
            return true;
        }
        for (var it : said) {
            if (it.asString("").equals("client_secret_basic")) {
                return true;
            }
        }
        return false;
    }
}
