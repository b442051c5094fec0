package threeline.desk.people.web;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import threeline.desk.people.Requester;
import threeline.desk.people.RequesterId;
import threeline.desk.people.Requesters;
import threeline.desk.people.access.Action;
import threeline.desk.people.access.Actor;
import threeline.desk.people.access.May;
import threeline.desk.people.erasure.Erasure;
import threeline.desk.people.erasure.Erasures;
import threeline.desk.web.Problem;
import threeline.desk.web.ProblemException;

/** Erasing somebody: find them, look what would go, say why, and see it done. */
@Controller
@May(Action.ERASE_PEOPLE)
@RequestMapping("/erasures")
class ErasuresController {

    private static final int MOST_FOUND = 20;
    private static final int MOST = 50;
    private static final int LONGEST_WHY = 500;

    private final Erasures erasures;
    private final Requesters requesters;

    ErasuresController(Erasures erasures, Requesters requesters) {
        this.erasures = erasures;
        this.requesters = requesters;
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "") String q, Model model) {
        var query = q.strip();
        var found = requesters.calling(query, MOST_FOUND);
        model.addAttribute("view", new ErasuresView(query, found, erasures.latest(MOST)));
        return "people/erasures";
    }

    @GetMapping("/{requester}")
    String look(@PathVariable long requester, Model model) {
        var who = requester(requester);
        var erasure = erasures.of(who.id());
        var counts = erasure.map(Erasure::counts).orElse(Map.of());
        var open = erasure.filter(it -> it.failure() == null).isEmpty();
        model.addAttribute(
                "view", new ErasureView(who, erasure.orElse(null), open ? erasures.outlook(who.id()) : counts));
        return "people/erasure";
    }

    @PostMapping("/{requester}")
    String erase(
            @PathVariable long requester,
            @RequestParam(defaultValue = "") String why,
            @RequestParam(defaultValue = "") String sure,
            Actor actor) {
        var who = requester(requester);
        if (why.isBlank() || why.length() > LONGEST_WHY) {
            throw invalid("why", "Say in 1 to %d characters why, without a name.".formatted(LONGEST_WHY));
        }
        if (sure.isEmpty()) {
            throw invalid("sure", "Tick that you have looked at what goes. It can't be taken back.");
        }
        if (erasures.of(who.id()).filter(it -> it.failure() == null).isEmpty()) {
            erasures.want(who.id(), why.strip(), actor.agent().id());
        }
        return "redirect:/erasures/" + requester;
    }

    private Requester requester(long id) {
        var wanted = new RequesterId(id);
        var found = requesters.all(List.of(wanted)).get(wanted);
        if (found == null) {
            throw new ProblemException(new Problem.NotFound("There is nobody of this number at this desk."));
        }
        return found;
    }

    private static ProblemException invalid(String field, String what) {
        return new ProblemException(new Problem.Invalid(new Problem.Fault(field, what)));
    }
}
