package threeline.desk.contract.web;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import threeline.desk.people.Organizations;
import threeline.desk.people.access.Action;
import threeline.desk.people.access.Actor;
import threeline.desk.people.access.May;
import threeline.desk.people.access.Rights;

/** The organizations whose people the desk supports. */
@Controller
@May(Action.SEE_PEOPLE)
@RequestMapping("/organizations")
class OrganizationsController {

    private static final int LONGEST = 100;
    private static final int LONGEST_NAME = 200;

    private final Organizations organizations;
    private final OrganizationPages pages;

    OrganizationsController(Organizations organizations, OrganizationPages pages) {
        this.organizations = organizations;
        this.pages = pages;
    }

    @GetMapping
    String list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String after,
            Actor actor,
            Model model) {
        var query = q.strip();
        var mayAdd = Rights.may(actor, Action.MANAGE_CONTRACTS, new Rights.Thing.OfDesk());
        var asked = query.length() > LONGEST ? query.substring(0, LONGEST) : query;
        model.addAttribute("organizations", pages.list(asked, after, mayAdd));
        return "contract/organizations";
    }

    @PostMapping
    @May(Action.MANAGE_CONTRACTS)
    String add(@RequestParam String name) {
        return "redirect:/organizations/%s?kept=true"
                .formatted(organizations.add(name(name)).key());
    }

    /** A name of one line, as people write it. */
    static String name(String name) {
        var line = name.strip();
        if (line.isEmpty() || line.length() > LONGEST_NAME || line.chars().anyMatch(Character::isISOControl)) {
            throw FromForm.invalid("name", "Give it a name of 1 to %d characters.".formatted(LONGEST_NAME));
        }
        return line;
    }
}
