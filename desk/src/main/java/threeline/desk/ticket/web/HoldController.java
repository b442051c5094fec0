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

/** A hold is a resource: creating it pauses the promises that it lists, deleting it resumes them. */
@Controller
@May(Action.WORK_ON_TICKETS)
@RequestMapping("/tickets/{number}/hold")
class HoldController {

    private final TicketDesk desk;
    private final Answer answer;

    HoldController(TicketDesk desk, Answer answer) {
        this.desk = desk;
        this.answer = answer;
    }

    @PostMapping
    ModelAndView create(@PathVariable long number, @RequestParam String hold, Actor actor, Asked asked) {
        return answer.after(desk.hold(Numbers.of(number), hold, actor.agent().id()), asked);
    }

    /** Deletes it; a form without a script can only post. */
    @PostMapping("/end")
    ModelAndView end(@PathVariable long number, Actor actor, Asked asked) {
        return answer.after(desk.resume(Numbers.of(number), actor.agent().id()), asked);
    }
}
