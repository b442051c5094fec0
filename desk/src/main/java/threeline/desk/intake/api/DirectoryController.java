package threeline.desk.intake.api;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Set;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import threeline.desk.people.Organization;
import threeline.desk.people.Organizations;
import threeline.desk.people.access.Action;
import threeline.desk.people.access.May;

/** The organizations whose people the desk supports. */
@RestController
@RequestMapping("/api/v1/organizations")
class DirectoryController {

    private static final String LIST = "organizations";
    private static final String KEY = "[a-z0-9]+(-[a-z0-9]+)*";
    private static final int LONGEST_KEY = 60;

    private final Organizations organizations;

    DirectoryController(Organizations organizations) {
        this.organizations = organizations;
    }

    /** An organization as programs see it; {@code key} is what the charter calls it. */
    record View(String key, String name) {

        static View of(Organization it) {
            return new View(it.key(), it.name());
        }
    }

    /** In the order in which they were written down. */
    @GetMapping
    @May(Action.SEE_PEOPLE)
    @Transactional(readOnly = true)
    public ResponseEntity<byte[]> list(HttpServletRequest request) {
        var query = new Query(request, Set.of("cursor", "limit"));
        var cursor = Cursor.parse(query.text("cursor"), LIST);
        var limit = query.limit();
        var found = organizations.after(cursor == null ? 0 : cursor.number(), limit + 1);
        return Answer.ok(PageView.of(
                        found,
                        limit,
                        page -> page.stream().map(View::of).toList(),
                        it -> new Cursor(LIST, Instant.EPOCH, it.id().value())))
                .asResponse();
    }

    /** It is called so from now on; one that is new is written down. */
    @PutMapping("/{key}")
    @May(Action.MANAGE_CONTRACTS)
    @Transactional
    public ResponseEntity<byte[]> put(@PathVariable String key, Asking asking) {
        var name = asking.read(in -> {
            if (key.length() > LONGEST_KEY || !key.matches(KEY)) {
                in.fault("key", "A key is of small letters, digits and single hyphens, at most 60 of them.");
            }
            return in.line("name", Messages.LONGEST_NAME);
        });
        var known = organizations.find(key);
        if (known.isEmpty()) {
            return Answer.created("/api/v1/organizations/" + key + "/contract", View.of(organizations.add(key, name)))
                    .asResponse();
        }
        organizations.rename(known.get().id(), name);
        return Answer.ok(new View(key, name)).asResponse();
    }
}
