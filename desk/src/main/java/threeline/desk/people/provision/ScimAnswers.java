package threeline.desk.people.provision;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import threeline.desk.web.Problem;
import threeline.desk.web.ProblemException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What is sent and answered, as RFC 7644 writes it. */
final class ScimAnswers {

    private static final String TYPE = "application/scim+json";
    private static final String ERROR = "urn:ietf:params:scim:api:messages:2.0:Error";
    private static final JsonMapper JSON = new JsonMapper();

    private ScimAnswers() {}

    static ResponseEntity<byte[]> of(int status, Supplier<@Nullable JsonNode> work) {
        try {
            var body = work.get();
            return body == null ? ResponseEntity.noContent().build() : answer(status, body);
        } catch (ScimRefusal refused) {
            return refusal(refused.status(), refused.type(), String.valueOf(refused.getMessage()));
        } catch (ProblemException carried) {
            return refusal(carried.problem());
        }
    }

    private static ResponseEntity<byte[]> refusal(Problem problem) {
        return switch (problem) {
            case Problem.NotFound(var what) -> refusal(404, null, what);
            case Problem.NotAllowed(var what) -> refusal(403, null, what);
            case Problem.NotNow(var what) -> refusal(403, null, what);
            case Problem.Conflict(var what) -> refusal(409, "mutability", what);
            case Problem.Invalid(var what, var _) -> refusal(400, "invalidValue", what);
        };
    }

    private static ResponseEntity<byte[]> refusal(int status, @Nullable String type, String detail) {
        var body = JsonNodeFactory.instance.objectNode();
        body.putArray("schemas").add(ERROR);
        body.put("status", Integer.toString(status)).put("detail", detail);
        if (type != null) {
            body.put("scimType", type);
        }
        return answer(status, body);
    }

    private static ResponseEntity<byte[]> answer(int status, JsonNode body) {
        return ResponseEntity.status(status).header("Content-Type", TYPE).body(JSON.writeValueAsBytes(body));
    }

    static ObjectNode read(byte @Nullable [] body) {
        try {
            if (body != null && JSON.readTree(body) instanceof ObjectNode it) {
                return it;
            }
        } catch (JacksonException unreadable) {
            // said below
        }
        throw ScimRefusal.invalid("invalidSyntax", "What was sent is no JSON object.");
    }
}
