package threeline.desk.contract.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import threeline.desk.contract.Charters;
import threeline.desk.contract.Releases;
import threeline.desk.people.access.Action;
import threeline.desk.people.access.Actor;
import threeline.desk.people.access.May;

/** The charter in force, to be read as a page. */
@Controller
@May(Action.SEE_CHARTER)
class CharterController {

    private final Charters charters;
    private final Releases releases;
    private final CharterPages pages;

    CharterController(Charters charters, Releases releases, CharterPages pages) {
        this.charters = charters;
        this.releases = releases;
        this.pages = pages;
    }

    @GetMapping("/charter")
    String read(Actor actor, Model model) {
        var current = charters.current();
        model.addAttribute("tabs", pages.tabs(actor));
        model.addAttribute("charter", CharterView.of(current.charter(), ReleaseDates.of(current, releases.moves())));
        return "contract/charter";
    }
}
