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
import threeline.desk.ticket.Departures;
import threeline.desk.ticket.web.Answer.Asked;
import threeline.desk.web.Problem;
import threeline.desk.web.ProblemException;

/** Takes back a reply that has not left; its words are given back to whoever wrote them. */
@Controller
@May(Action.WORK_ON_TICKETS)
@RequestMapping("/tickets/{number}/departures/{id}")
class DeparturesController {

    private final Departures departures;
    private final Answer answer;

    DeparturesController(Departures departures, Answer answer) {
        this.departures = departures;
        this.answer = answer;
    }

    /** @param text what was begun meanwhile, which stays below the words that come back */
    @PostMapping("/undo")
    ModelAndView undo(
            @PathVariable long number,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String text,
            Actor actor,
            Asked asked) {
        var back = departures
                .takeBack(Numbers.of(number), id, actor.agent().id())
                .orElseThrow(() -> new ProblemException(new Problem.Conflict("It has left already.")));
        var words = text.isBlank() ? back.text() : back.text() + "\n\n" + text;
        return answer.backAtWriting(back.ticket(), words, asked);
    }
}
