package threeline.desk.people.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import threeline.desk.people.Agent;
import threeline.desk.people.Role;
import threeline.desk.people.access.ApiTokens;
import threeline.desk.people.access.Scope;
import threeline.desk.tenant.Tenant;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A desk whose people are provisioned by a program, and that program's requests. */
abstract class DeskWithAProgram extends DeskWithAccounts {

    static final HttpClient HTTP = HttpClient.newHttpClient();
    static final JsonMapper JSON = new JsonMapper();

    @Autowired
    ApiTokens tokens;

    Agent ada;
    String token = "";

    record Told(int status, JsonNode body) {

        String text(String pointer) {
            return body.at(pointer).asString("");
        }
    }

    @BeforeEach
    void a_desk_whose_people_are_provisioned() {
        ada = agent("ada", Role.ADMIN);
        token = token(ada, Scope.PROVISION);
    }

    /** One with groups. */
    @Override
    Tenant desk() {
        var made = tenants.add("scim-" + UUID.randomUUID().toString().substring(0, 8), "Scim");
        made.run(() -> charters.putInForce(charter(), "test", "first"));
        return made;
    }

    static String charter() {
        try {
            return Files.readString(Path.of("../charters/procurement.yaml"));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    String token(Agent as, Scope... scopes) {
        return desk.call(
                () -> tokens.make(as.id(), "scim", Set.of(scopes), null).text());
    }

    int api(String shown) {
        return send("GET", "/api/v1/tickets", null, shown).status();
    }

    Told call(String method, String path, @Nullable String body) {
        return send(method, "/api/scim/v2" + path, body, token);
    }

    Told send(String method, String path, @Nullable String body, String shown) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Authorization", "Bearer " + shown)
                .header("Content-Type", "application/scim+json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        try {
            var answer = HTTP.send(request.build(), BodyHandlers.ofString());
            return new Told(answer.statusCode(), JSON.readTree(answer.body().startsWith("{") ? answer.body() : "{}"));
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    static String ann(String email, String externalId) {
        return """
                {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"userName":"%s","externalId":"%s",
                "name":{"givenName":"Ann","familyName":"Archer"},"emails":[{"value":"%1$s","type":"work","primary":true}],
                "active":true}""".formatted(email, externalId);
    }

    static String patch(String... operations) {
        return "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:PatchOp\"],\"Operations\":[%s]}"
                .formatted(String.join(",", operations));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
