package threeline.testing;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A provider of identities (OpenID Connect) on this machine, as strict as real ones: a code is good once, for the client
 * that it was given to, where it was asked to be sent, and for who knows the verifier. What it says can be bent.
 */
public class IdentityProvider implements AutoCloseable {

    public static final String CLIENT = "threeline-desk";
    public static final String SECRET = "a secret: of %the client+";

    private final HttpServer server;
    private final InstantSource time;
    private final Map<String, Map<String, String>> asked = new ConcurrentHashMap<>();
    private final List<String> paths = new CopyOnWriteArrayList<>();

    /** Which key signs, and which are shown. */
    public RSAKey key = fresh("first");

    public List<RSAKey> shown = List.of(key);

    /** Who is signed in there, and what is said of them. */
    public Map<String, Object> claims = Map.of("sub", "ann-1");

    /** What is told of them to who shows the access token; nothing but who they are, if it is empty. */
    public Map<String, Object> told = Map.of();

    /** How what is told is put; as it is, or signed. */
    public UnaryOperator<String> telling = UnaryOperator.identity();

    /** What a token calls itself that tells of somebody's leaving. */
    public @Nullable String leavingType = "logout+jwt";

    /** Bends what is signed. */
    public UnaryOperator<JWTClaimsSet.Builder> bending = UnaryOperator.identity();

    /** Bends what is given out, signed or not. */
    public UnaryOperator<String> forging = UnaryOperator.identity();

    public UnaryOperator<String> metadata = UnaryOperator.identity();

    public IdentityProvider(InstantSource time) {
        this.time = time;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException busy) {
            throw new UncheckedIOException(busy);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    public String issuer() {
        return "http://localhost:%d".formatted(server.getAddress().getPort());
    }

    /** What was asked for by the desk itself. */
    public List<String> paths() {
        return List.copyOf(paths);
    }

    /** As a browser that was sent here and whose person agrees: where it is sent back to. */
    public String agrees(String sentTo) {
        var fields = fields(URI.create(sentTo).getRawQuery());
        var code = UUID.randomUUID().toString();
        asked.put(code, fields);
        return "%s?code=%s&state=%s&iss=%s".formatted(fields.get("redirect_uri"), code, fields.get("state"), issuer());
    }

    public static RSAKey fresh(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        paths.add(path);
        switch (path) {
            case "/.well-known/openid-configuration" -> say(exchange, 200, metadata.apply(described()));
            case "/keys" -> say(exchange, 200, new JWKSet(List.copyOf(shown)).toString());
            case "/token" -> token(exchange);
            case "/userinfo" -> userinfo(exchange);
            default -> say(exchange, 404, "{}");
        }
    }

    private String described() {
        return """
                {"issuer":"%1$s","authorization_endpoint":"%1$s/authorize","token_endpoint":"%1$s/token",
                "jwks_uri":"%1$s/keys","userinfo_endpoint":"%1$s/userinfo","end_session_endpoint":"%1$s/end","id_token_signing_alg_values_supported":["none","HS256","RS256"],
                "token_endpoint_auth_methods_supported":["client_secret_basic"],
                "authorization_response_iss_parameter_supported":true}""".formatted(issuer());
    }

    private void token(HttpExchange exchange) throws IOException {
        var form = fields(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
        var shown = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
        if (!shown.equals(
                "Basic " + Base64.getEncoder().encodeToString(credentials().getBytes(US_ASCII)))) {
            say(exchange, 401, "{\"error\":\"invalid_client\"}");
            return;
        }
        var question = asked.remove(form.getOrDefault("code", ""));
        if (question == null
                || !question.get("redirect_uri").equals(form.get("redirect_uri"))
                || !question.get("code_challenge").equals(challenge(form.get("code_verifier")))) {
            say(exchange, 400, "{\"error\":\"invalid_grant\"}");
            return;
        }
        var token = forging.apply(signed(question.get("nonce")));
        say(exchange, 200, "{\"access_token\":\"x\",\"token_type\":\"Bearer\",\"id_token\":\"%s\"}".formatted(token));
    }

    private void userinfo(HttpExchange exchange) throws IOException {
        var known = "Bearer x".equals(exchange.getRequestHeaders().getFirst("Authorization"));
        say(
                exchange,
                known ? 200 : 401,
                known
                        ? telling.apply(
                                JSONObjectUtils.toJSONString(told.isEmpty() ? Map.of("sub", claims.get("sub")) : told))
                        : "{}");
    }

    /** Tells a desk that somebody left; bent before it is signed. */
    public String leaving(UnaryOperator<JWTClaimsSet.Builder> bent) {
        var now = time.instant();
        var it = new JWTClaimsSet.Builder()
                .issuer(issuer())
                .audience(CLIENT)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(120)))
                .jwtID(UUID.randomUUID().toString())
                .claim("events", Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of()));
        return sign(key, leavingType, bent.apply(it).build());
    }

    private String signed(String nonce) {
        var now = time.instant();
        var it = new JWTClaimsSet.Builder()
                .issuer(issuer())
                .audience(CLIENT)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(300)))
                .claim("nonce", nonce);
        claims.forEach(it::claim);
        return sign(key, bending.apply(it).build());
    }

    public static String sign(RSAKey key, JWTClaimsSet claims) {
        return sign(key, null, claims);
    }

    private static String sign(RSAKey key, @Nullable String type, JWTClaimsSet claims) {
        try {
            var header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                    .keyID(key.getKeyID())
                    .type(type == null ? null : new JOSEObjectType(type));
            var token = new SignedJWT(header.build(), claims);
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String credentials() {
        return CLIENT + ":" + java.net.URLEncoder.encode(SECRET, UTF_8);
    }

    private static String challenge(String verifier) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public static Map<String, String> fields(String query) {
        return Arrays.stream(query.split("&"))
                .map(it -> it.split("=", 2))
                .collect(Collectors.toMap(it -> it[0], it -> URLDecoder.decode(it[1], UTF_8)));
    }

    private static void say(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, status == 200 && bytes.length % 2 == 0 ? 0 : bytes.length); // 0: in chunks
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    public Instant now() {
        return time.instant();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
