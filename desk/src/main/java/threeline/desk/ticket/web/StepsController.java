package threeline.desk.ticket.web;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import threeline.desk.people.access.Action;
import threeline.desk.people.access.Actor;
import threeline.desk.people.access.May;
import threeline.desk.ticket.NewMessage;
import threeline.desk.ticket.TicketDesk;
import threeline.desk.ticket.TicketEvent.Accepted;
import threeline.desk.ticket.TicketEvent.Act;
import threeline.desk.ticket.TicketEvent.Consulted;
import threeline.desk.ticket.TicketEvent.Escalated;
import threeline.desk.ticket.TicketEvent.Extended;
import threeline.desk.ticket.TicketEvent.Returned;
import threeline.desk.ticket.TicketEvent.Routed;
import threeline.desk.ticket.web.Answer.Asked;

/** Who should have a ticket: steps between tiers and groups, and how long it may stay. */
@Controller
@May(Action.WORK_ON_TICKETS)
@RequestMapping("/tickets/{number}")
class StepsController {

    private static final int LONGEST = 2000;

    private final TicketDesk desk;
    private final Answer answer;

    StepsController(TicketDesk desk, Answer answer) {
        this.desk = desk;
        this.answer = answer;
    }

    @PostMapping("/escalation")
    ModelAndView escalate(
            @PathVariable long number,
            @RequestParam String to,
            @RequestParam String because,
            @RequestParam(defaultValue = "") String text,
            Actor actor,
            Asked asked) {
        return done(number, new Escalated(to, because), words(text), actor, asked);
    }

    @PostMapping("/return")
    ModelAndView giveBack(
            @PathVariable long number,
            @RequestParam String to,
            @RequestParam(defaultValue = "") String because,
            Actor actor,
            Asked asked) {
        return done(number, new Returned(to, cut(because)), null, actor, asked);
    }

    @PostMapping("/consultation")
    ModelAndView consult(
            @PathVariable long number,
            @RequestParam String whom,
            @RequestParam(defaultValue = "") String text,
            Actor actor,
            Asked asked) {
        return done(number, new Consulted(whom), words(text), actor, asked);
    }

    @PostMapping("/extension")
    ModelAndView extend(
            @PathVariable long number,
            @RequestParam(defaultValue = "") String more,
            @RequestParam(defaultValue = "false") boolean timebox,
            @RequestParam(defaultValue = "") String because,
            Actor actor,
            Asked asked) {
        return done(number, new Extended(more.strip(), timebox, cut(because)), null, actor, asked);
    }

    /** To another group of the same tier. */
    @PostMapping("/assignment/group")
    ModelAndView route(@PathVariable long number, @RequestParam String group, Actor actor, Asked asked) {
        return done(number, new Routed(group), null, actor, asked);
    }

    /** A handover is accepted by whoever received it. */
    @PostMapping("/handover")
    ModelAndView accept(@PathVariable long number, Actor actor, Asked asked) {
        return done(number, new Accepted(), null, actor, asked);
    }

    private ModelAndView done(long number, Act act, @Nullable NewMessage message, Actor actor, Asked asked) {
        return answer.after(
                desk.does(Numbers.of(number), act, message, actor.agent().id()), asked);
    }

    static @Nullable NewMessage words(String text) {
        return text.isBlank() ? null : NewMessage.of(cut(text));
    }

    static String cut(String text) {
        var words = text.strip();
        return words.length() > LONGEST ? words.substring(0, LONGEST) : words;
    }
}
