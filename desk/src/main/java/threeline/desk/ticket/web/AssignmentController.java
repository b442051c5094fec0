package threeline.desk.ticket.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import threeline.desk.people.AgentId;
import threeline.desk.people.Agents;
import threeline.desk.people.access.Action;
import threeline.desk.people.access.Actor;
import threeline.desk.people.access.May;
import threeline.desk.ticket.TicketDesk;
import threeline.desk.ticket.web.Answer.Asked;
import threeline.desk.web.Problem;
import threeline.desk.web.ProblemException;

/** An assignment is a resource: creating it gives the ticket to an agent, deleting it to none. */
@Controller
@May(Action.WORK_ON_TICKETS)
@RequestMapping("/tickets/{number}/assignment")
class AssignmentController {

    private final TicketDesk desk;
    private final Agents agents;
    private final Answer answer;

    AssignmentController(TicketDesk desk, Agents agents, Answer answer) {
        this.desk = desk;
        this.agents = agents;
        this.answer = answer;
    }

    @PostMapping
    ModelAndView create(@PathVariable long number, @RequestParam long agent, Actor actor, Asked asked) {
        var to = agents.working(new AgentId(agent))
                .orElseThrow(() -> new ProblemException(
                        new Problem.Invalid(new Problem.Fault("agent", "There is no such agent at this desk."))));
        return answer.after(
                desk.assign(Numbers.of(number), to.id(), actor.agent().id()), asked);
    }

    /** Deletes it; a form without a script can only post. */
    @PostMapping("/end")
    ModelAndView end(@PathVariable long number, Actor actor, Asked asked) {
        return answer.after(desk.assign(Numbers.of(number), null, actor.agent().id()), asked);
    }
}
