package threeline.desk.ticket.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import threeline.desk.people.access.Action;
import threeline.desk.people.access.Actor;
import threeline.desk.people.access.May;
import threeline.desk.ticket.TicketDesk;
import threeline.desk.ticket.web.Answer.Asked;

/** A resolution is a resource: creating it resolves the ticket, deleting it reopens it. */
@Controller
@May(Action.WORK_ON_TICKETS)
@RequestMapping("/tickets/{number}/resolution")
class ResolutionController {

    private final TicketDesk desk;
    private final Answer answer;

    ResolutionController(TicketDesk desk, Answer answer) {
        this.desk = desk;
        this.answer = answer;
    }

    @PostMapping
    ModelAndView create(
            @PathVariable long number, @RequestParam(defaultValue = "") String because, Actor actor, Asked asked) {
        var by = actor.agent().id();
        return answer.after(
                because.isBlank()
                        ? desk.resolve(Numbers.of(number), by)
                        : desk.resolve(Numbers.of(number), because.strip(), by),
                asked);
    }

    /** Deletes it; a form without a script can only post. */
    @PostMapping("/end")
    ModelAndView end(@PathVariable long number, Actor actor, Asked asked) {
        return answer.after(desk.reopen(Numbers.of(number), actor.agent().id()), asked);
    }
}
