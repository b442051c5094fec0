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

/** How bad it is; changing it counts the promises anew. */
@Controller
@May(Action.WORK_ON_TICKETS)
@RequestMapping("/tickets/{number}/severity")
class SeverityController {

    private final TicketDesk desk;
    private final Answer answer;

    SeverityController(TicketDesk desk, Answer answer) {
        this.desk = desk;
        this.answer = answer;
    }

    @PostMapping
    ModelAndView create(@PathVariable long number, @RequestParam String severity, Actor actor, Asked asked) {
        return answer.after(
                desk.severity(Numbers.of(number), severity, actor.agent().id()), asked);
    }
}
