package threeline.desk.mail;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Access tokens (OAuth 2) for servers that take no passwords; each is had once and used until shortly before it ends. */
@Component
public class AccessTokens implements DisposableBean {

    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Duration BEFORE_ITS_END = Duration.ofMinutes(2);
    private static final int USUAL_SECONDS = 600;
    private static final int LONGEST_ANSWER = 64 * 1024;

    private final Inside inside;
    private final InstantSource time;
    private final JsonMapper json = new JsonMapper();
    private final ConcurrentMap<Grant, Token> held = new ConcurrentHashMap<>();
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    AccessTokens(Inside inside, InstantSource time) {
        this.inside = inside;
        this.time = time;
    }

    /** By what tokens are had: a refresh token where there is one, else as the client itself. Never printed. */
    public record Grant(
            String url,
            String client,
            @Nullable String scope,
            @Nullable String secret,
            @Nullable String refreshToken) {

        @Override
        public String toString() {
            return "%s at %s".formatted(client, url);
        }
    }

    private record Token(String word, Instant until) {}

    public String token(Grant grant) throws NoToken {
        var known = held.get(grant);
        if (known != null && time.instant().isBefore(known.until())) {
            return known.word();
        }
        var fresh = ask(grant);
        held.put(grant, fresh);
        return fresh.word();
    }

    /** It was refused though it should still be good; the next one is a fresh one. */
    public void forget(Grant grant) {
        held.remove(grant);
    }

    private Token ask(Grant grant) throws NoToken {
        var asked = time.instant();
        try {
            var answer = http.send(request(grant), HttpResponse.BodyHandlers.ofInputStream());
            try (var body = answer.body()) {
                var said = json.readTree(body.readNBytes(LONGEST_ANSWER));
                var word = said.path("access_token").asString("");
                if (answer.statusCode() != 200 || word.isEmpty()) {
                    throw new NoToken("%s answers %d %s".formatted(host(grant), answer.statusCode(), reason(said)));
                }
                var seconds = said.path("expires_in").asInt(USUAL_SECONDS);
                return new Token(word, asked.plusSeconds(seconds).minus(BEFORE_ITS_END));
            }
        } catch (IOException | JacksonException | IllegalArgumentException e) {
            throw new NoToken("%s gives no token: %s".formatted(host(grant), e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NoToken("interrupted");
        }
    }

    private HttpRequest request(Grant grant) throws IOException, NoToken {
        return HttpRequest.newBuilder(checked(URI.create(grant.url())))
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(form(grant)))
                .build();
    }

    /** The name means the same for the connection that follows: Java remembers it for half a minute. */
    private URI checked(URI url) throws IOException, NoToken {
        var host = url.getHost();
        if (host == null) {
            throw new NoToken("%s is no address of tokens".formatted(url));
        }
        var within = false;
        for (var address : InetAddress.getAllByName(host)) {
            if (!inside.permits(address)) {
                throw new NoToken(
                        "%s is inside; the operator would have to permit it by threeline.mail.inside".formatted(host));
            }
            within |= address.isLoopbackAddress();
        }
        if (!"https".equals(url.getScheme()) && !within) {
            throw new NoToken("%s is not https".formatted(url));
        }
        return url;
    }

    private static String form(Grant grant) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("client_id", grant.client());
        put(fields, "client_secret", grant.secret());
        put(fields, "scope", grant.scope());
        put(fields, "refresh_token", grant.refreshToken());
        fields.put("grant_type", grant.refreshToken() == null ? "client_credentials" : "refresh_token");
        return fields.entrySet().stream()
                .map(it -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static void put(Map<String, String> fields, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            fields.put(name, value);
        }
    }

    private static String reason(JsonNode said) {
        return "%s %s"
                .formatted(
                        said.path("error").asString(""),
                        said.path("error_description").asString(""))
                .strip();
    }

    private static @Nullable String host(Grant grant) {
        return URI.create(grant.url()).getHost();
    }

    @Override
    public void destroy() {
        http.shutdownNow();
    }

    /** None was had, and why, in words. */
    public static final class NoToken extends Exception {

        NoToken(String why) {
            super(why);
        }
    }
}
