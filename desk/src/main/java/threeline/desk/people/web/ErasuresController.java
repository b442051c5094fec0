package threeline.desk.people.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import threeline.desk.people.Agent;
import threeline.desk.people.AgentId;
import threeline.desk.people.Agents;
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
    private final Agents agents;

    ErasuresController(Erasures erasures, Requesters requesters, Agents agents) {
        this.erasures = erasures;
        this.requesters = requesters;
        this.agents = agents;
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "") String q, Model model) {
        var query = q.strip();
        var found = requesters.calling(query, MOST_FOUND);
        var former = query.isEmpty() ? List.<Agent>of() : agents.former(query, MOST_FOUND);
        model.addAttribute("view", new ErasuresView(query, found, former, erasures.latest(MOST)));
        return "people/erasures";
    }

    /** What goes is counted only where that is asked for: it takes a while at a large desk, and the page comes before. */
    @GetMapping("/{requester}")
    String look(@PathVariable long requester, @RequestParam(defaultValue = "false") boolean counted, Model model) {
        return look(requester(requester), counted, model);
    }

    @GetMapping("/agents/{agent}")
    String lookAtAgent(@PathVariable long agent, @RequestParam(defaultValue = "false") boolean counted, Model model) {
        return look(agent(agent), counted, model);
    }

    private String look(ErasureView.Who who, boolean counted, Model model) {
        var erasure = erasures.of(who.whom());
        var before = erasures.before(who.whom());
        var open = erasure.filter(it -> it.failure() == null).isEmpty();
        var counts = !open
                ? erasure.map(Erasure::counts).orElse(Map.of())
                : counted && before.isEmpty() ? erasures.outlook(who.whom()) : null;
        model.addAttribute("view", new ErasureView(who, erasure.orElse(null), counts, before));
        return "people/erasure";
    }

    @PostMapping("/{requester}")
    String erase(@PathVariable long requester, WishForm form, Actor actor) {
        return erase(requester(requester), form, actor);
    }

    @PostMapping("/agents/{agent}")
    String eraseAgent(@PathVariable long agent, WishForm form, Actor actor) {
        if (actor.agent().id().value() == agent) {
            throw new ProblemException(new Problem.Conflict("Whoever is erased has to be erased by somebody else."));
        }
        return erase(agent(agent), form, actor);
    }

    private String erase(ErasureView.Who who, WishForm form, Actor actor) {
        var why = form.checkedWhy();
        if (erasures.of(who.whom()).filter(it -> it.failure() == null).isEmpty()) {
            erasures.before(who.whom()).stream().findFirst().ifPresent(it -> {
                throw new ProblemException(new Problem.Conflict(it.words()));
            });
            erasures.want(who.whom(), why, actor.agent().id());
        }
        return "redirect:/erasures" + who.whom().path();
    }

    private ErasureView.Who requester(long id) {
        var wanted = new RequesterId(id);
        var found = requesters.all(List.of(wanted)).get(wanted);
        if (found == null) {
            throw nobody();
        }
        return ErasureView.Who.of(found);
    }

    private ErasureView.Who agent(long id) {
        var wanted = new AgentId(id);
        var found = agents.all(List.of(wanted)).get(wanted);
        if (found == null) {
            throw nobody();
        }
        return ErasureView.Who.of(found);
    }

    private static ProblemException nobody() {
        return new ProblemException(new Problem.NotFound("There is nobody of this number at this desk."));
    }

    /** Why somebody shall be erased, and that it was looked at what goes. */
    record WishForm(@Nullable String why, @Nullable String sure) {

        String checkedWhy() {
            if (why == null || why.isBlank() || why.length() > LONGEST_WHY) {
                throw invalid("why", "Say in 1 to %d characters why, without a name.".formatted(LONGEST_WHY));
            }
            if (sure == null || sure.isEmpty()) {
                throw invalid("sure", "Tick that you have looked at what goes. It can't be taken back.");
            }
            return why.strip();
        }

        private static ProblemException invalid(String field, String what) {
            return new ProblemException(new Problem.Invalid(new Problem.Fault(field, what)));
        }
    }
}
