package threeline.desk.contract.web;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import threeline.desk.people.access.Action;
import threeline.desk.people.access.May;

/** The organizations whose people the desk supports. */
@Controller
@May(Action.SEE_PEOPLE)
@RequestMapping("/organizations")
class OrganizationsController {

    private static final int LONGEST = 100;

    private final OrganizationPages pages;

    OrganizationsController(OrganizationPages pages) {
        this.pages = pages;
    }

    @GetMapping
    String list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        var query = q.strip();
        model.addAttribute(
                "organizations", pages.list(query.length() > LONGEST ? query.substring(0, LONGEST) : query, after));
        return "contract/organizations";
    }
}
