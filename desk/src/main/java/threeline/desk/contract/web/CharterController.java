package threeline.desk.contract.web;

import java.time.InstantSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import threeline.desk.contract.Charters;
import threeline.desk.people.access.Action;
import threeline.desk.people.access.May;
import threeline.desk.web.Moments;

/** The charter in force, to be read; each line can be pointed at, as promises do. */
@Controller
@May(Action.SEE_CHARTER)
class CharterController {

    private final Charters charters;
    private final InstantSource time;

    CharterController(Charters charters, InstantSource time) {
        this.charters = charters;
        this.time = time;
    }

    @GetMapping("/charter")
    String read(Model model) {
        var current = charters.current();
        var moments = new Moments(current.charter().zone(), time.instant());
        model.addAttribute(
                "charter",
                new CharterView(
                        current.number(),
                        moments.date(current.inForceAt()) + " " + moments.clock(current.inForceAt()),
                        current.text().lines().map(CharterLine::of).toList()));
        return "contract/charter";
    }
}
