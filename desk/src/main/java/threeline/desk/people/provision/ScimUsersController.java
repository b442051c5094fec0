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
import threeline.desk.people.access.Actor;
import threeline.desk.people.access.May;

/** Agents, put and taken away by a program that knows who works here. */
@RestController
@May(Action.PROVISION)
@RequestMapping("/api/scim/v2/Users")
class ScimUsersController {

    private final Provisioning provisioning;

    ScimUsersController(Provisioning provisioning) {
        this.provisioning = provisioning;
    }

    @GetMapping
    ResponseEntity<byte[]> list(ScimPage page) {
        return ScimAnswers.of(200, () -> page.of(provisioning.users()));
    }

    @GetMapping("/{id}")
    ResponseEntity<byte[]> read(@PathVariable String id) {
        return ScimAnswers.of(200, () -> provisioning.user(id));
    }

    @PostMapping
    ResponseEntity<byte[]> add(Actor actor, @RequestBody(required = false) byte @Nullable [] body) {
        return ScimAnswers.of(
                201,
                () -> provisioning.add(
                        ScimUser.of(ScimAnswers.read(body)), actor.agent().id()));
    }

    @PutMapping("/{id}")
    ResponseEntity<byte[]> put(
            Actor actor, @PathVariable String id, @RequestBody(required = false) byte @Nullable [] body) {
        return ScimAnswers.of(
                200,
                () -> provisioning.put(
                        id,
                        ScimUser.instead(provisioning.user(id), ScimAnswers.read(body)),
                        actor.agent().id()));
    }

    @PatchMapping("/{id}")
    ResponseEntity<byte[]> patch(
            Actor actor, @PathVariable String id, @RequestBody(required = false) byte @Nullable [] body) {
        return ScimAnswers.of(200, () -> {
            var known = provisioning.user(id);
            var changed = ScimPatch.apply(known, ScimAnswers.read(body));
            return provisioning.put(
                    id, ScimUser.instead(known, changed), actor.agent().id());
        });
    }

    @DeleteMapping("/{id}")
    ResponseEntity<byte[]> remove(Actor actor, @PathVariable String id) {
        return ScimAnswers.of(204, () -> {
            provisioning.remove(id, actor.agent().id());
            return null;
        });
    }
}
