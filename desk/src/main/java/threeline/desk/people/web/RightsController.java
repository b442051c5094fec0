package threeline.desk.people.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import threeline.desk.people.access.Action;
import threeline.desk.people.access.Actor;
import threeline.desk.people.access.Kind;
import threeline.desk.people.access.May;
import threeline.desk.people.access.RightsTable;

/** The table of rights, as it is asked at every door, for everybody to see. */
@Controller
@May(Action.SEE_CHARTER)
class RightsController {

    @GetMapping("/rights")
    String rights(Actor actor, Model model) {
        model.addAttribute("actions", RightsTable.actions());
        model.addAttribute("kinds", Kind.values());
        model.addAttribute("mine", actor.kind());
        return "people/rights";
    }
}
