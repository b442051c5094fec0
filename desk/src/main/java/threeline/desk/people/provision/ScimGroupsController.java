package threeline.desk.people.provision;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import threeline.desk.people.access.Action;
import threeline.desk.people.access.May;
import tools.jackson.databind.node.JsonNodeFactory;

/** Who is in the charter's groups, as a program says. */
@RestController
@May(Action.PROVISION)
@RequestMapping("/api/scim/v2/Groups")
class ScimGroupsController {

    private final Provisioning provisioning;

    ScimGroupsController(Provisioning provisioning) {
        this.provisioning = provisioning;
    }

    @GetMapping
    ResponseEntity<byte[]> list(ScimPage page) {
        return ScimAnswers.of(200, () -> page.of(provisioning.groups()));
    }

    @GetMapping("/{id}")
    ResponseEntity<byte[]> read(@PathVariable String id) {
        return ScimAnswers.of(200, () -> provisioning.group(id));
    }

    @PostMapping
    ResponseEntity<byte[]> add(@RequestBody(required = false) byte @Nullable [] body) {
        return ScimAnswers.of(201, () -> provisioning.named(ScimAnswers.read(body)));
    }

    @PutMapping("/{id}")
    ResponseEntity<byte[]> put(@PathVariable String id, @RequestBody(required = false) byte @Nullable [] body) {
        return ScimAnswers.of(200, () -> provisioning.members(id, ScimAnswers.read(body)));
    }

    @PatchMapping("/{id}")
    ResponseEntity<byte[]> patch(@PathVariable String id, @RequestBody(required = false) byte @Nullable [] body) {
        return ScimAnswers.of(
                200, () -> provisioning.members(id, ScimPatch.apply(provisioning.group(id), ScimAnswers.read(body))));
    }

    /** Nobody is in it any more; the group itself is the charter's. */
    @DeleteMapping("/{id}")
    ResponseEntity<byte[]> empty(@PathVariable String id) {
        return ScimAnswers.of(204, () -> {
            provisioning.members(id, JsonNodeFactory.instance.objectNode());
            return null;
        });
    }
}
