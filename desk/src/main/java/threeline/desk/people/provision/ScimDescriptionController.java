package threeline.desk.people.provision;

import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import threeline.desk.people.access.Action;
import threeline.desk.people.access.May;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What programs ask before they provision anybody: what can be done here, and to what. */
@RestController
@May(Action.PROVISION)
@RequestMapping("/api/scim/v2")
class ScimDescriptionController {

    private static final String CONFIG = "urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig";
    private static final String TYPE = "urn:ietf:params:scim:schemas:core:2.0:ResourceType";

    @GetMapping("/ServiceProviderConfig")
    ResponseEntity<byte[]> config() {
        return ScimAnswers.of(200, () -> {
            var json = JsonNodeFactory.instance.objectNode();
            json.putArray("schemas").add(CONFIG);
            json.putObject("patch").put("supported", true);
            json.putObject("filter").put("supported", true).put("maxResults", 200);
            for (var without : List.of("bulk", "changePassword", "sort", "etag")) {
                json.putObject(without).put("supported", false);
            }
            json.putArray("authenticationSchemes")
                    .addObject()
                    .put("type", "oauthbearertoken")
                    .put("name", "Bearer token")
                    .put("description", "An API token of this desk with the scope \"provision\".");
            return json;
        });
    }

    @GetMapping("/ResourceTypes")
    ResponseEntity<byte[]> types() {
        return ScimAnswers.of(
                200,
                () -> new ScimPage(null, null, null)
                        .of(List.of(type("User", ScimUser.SCHEMA), type("Group", Provisioning.GROUP))));
    }

    private static ObjectNode type(String name, String schema) {
        var json = JsonNodeFactory.instance.objectNode();
        json.putArray("schemas").add(TYPE);
        return json.put("id", name)
                .put("name", name)
                .put("endpoint", "/%ss".formatted(name))
                .put("schema", schema);
    }
}
