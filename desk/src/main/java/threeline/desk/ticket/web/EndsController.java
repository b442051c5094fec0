package threeline.desk.ticket.web;

import java.util.regex.Pattern;
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
import threeline.desk.ticket.TicketEvent.Act;
import threeline.desk.ticket.TicketEvent.Resolved;
import threeline.desk.ticket.TicketEvent.Resolved.As;
import threeline.desk.ticket.TicketEvent.VendorAsked;
import threeline.desk.ticket.TicketEvent.VendorReferred;
import threeline.desk.ticket.TicketEvent.VendorReplied;
import threeline.desk.ticket.web.Answer.Asked;
import threeline.desk.web.Problem;
import threeline.desk.web.ProblemException;

/** Where a ticket goes from the desk: to a vendor, into another ticket, or away. */
@Controller
@May(Action.WORK_ON_TICKETS)
@RequestMapping("/tickets/{number}")
class EndsController {

    private static final Pattern REFERENCE = Pattern.compile("(?:[A-Za-z]{1,10}-|#)?([1-9][0-9]{0,17})");

    private final TicketDesk desk;
    private final Answer answer;

    EndsController(TicketDesk desk, Answer answer) {
        this.desk = desk;
        this.answer = answer;
    }

    @PostMapping("/vendor")
    ModelAndView ask(
            @PathVariable long number,
            @RequestParam String vendor,
            @RequestParam(defaultValue = "") String text,
            Actor actor,
            Asked asked) {
        return done(number, new VendorAsked(vendor), text, actor, asked);
    }

    @PostMapping("/vendor/reference")
    ModelAndView refer(
            @PathVariable long number, @RequestParam(defaultValue = "") String reference, Actor actor, Asked asked) {
        return done(number, new VendorReferred(StepsController.cut(reference)), "", actor, asked);
    }

    @PostMapping("/vendor/replies")
    ModelAndView replied(
            @PathVariable long number, @RequestParam(defaultValue = "") String text, Actor actor, Asked asked) {
        return done(number, new VendorReplied(), text, actor, asked);
    }

    /** It goes on as another ticket. */
    @PostMapping("/merger")
    ModelAndView merge(
            @PathVariable long number, @RequestParam(defaultValue = "") String into, Actor actor, Asked asked) {
        var reference = REFERENCE.matcher(into.strip());
        if (!reference.matches()) {
            throw new ProblemException(new Problem.Invalid(
                    new Problem.Fault("into", "Write the reference of the ticket that goes on, such as 12.")));
        }
        var other = Numbers.of(Long.parseLong(reference.group(1)));
        return answer.after(desk.merge(Numbers.of(number), other, actor.agent().id()), asked);
    }

    /** Resolved without telling anybody: nobody asked for help. */
    @PostMapping("/resolution/as")
    ModelAndView resolveAs(@PathVariable long number, @RequestParam As as, Actor actor, Asked asked) {
        return done(number, new Resolved(as), "", actor, asked);
    }

    @PostMapping("/closure")
    ModelAndView close(@PathVariable long number, Actor actor, Asked asked) {
        return answer.after(desk.close(Numbers.of(number), actor.agent().id()), asked);
    }

    private ModelAndView done(long number, Act act, String text, Actor actor, Asked asked) {
        return answer.after(
                desk.does(
                        Numbers.of(number),
                        act,
                        StepsController.words(text),
                        actor.agent().id()),
                asked);
    }
}
