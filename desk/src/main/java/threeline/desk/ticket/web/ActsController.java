package threeline.desk.ticket.web;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import threeline.desk.contract.Charters;
import threeline.desk.people.access.Action;
import threeline.desk.people.access.Actor;
import threeline.desk.people.access.May;
import threeline.desk.ticket.NewMessage;
import threeline.desk.ticket.TicketDesk;
import threeline.desk.ticket.TicketEvent.Act;
import threeline.desk.ticket.TicketEvent.Advanced;
import threeline.desk.ticket.TicketEvent.Called;
import threeline.desk.ticket.TicketEvent.Did;
import threeline.desk.ticket.TicketEvent.Logged;
import threeline.desk.ticket.TicketEvent.ReminderSet;
import threeline.desk.ticket.TicketEvent.Skipped;
import threeline.desk.ticket.web.Answer.Asked;
import threeline.desk.web.Problem;
import threeline.desk.web.ProblemException;

/** What people did about a ticket and put on its timeline: calls, time spent, acts of the charter, stages. */
@Controller
@May(Action.WORK_ON_TICKETS)
@RequestMapping("/tickets/{number}")
class ActsController {

    private final TicketDesk desk;
    private final Charters charters;
    private final Answer answer;

    ActsController(TicketDesk desk, Charters charters, Answer answer) {
        this.desk = desk;
        this.charters = charters;
        this.answer = answer;
    }

    @PostMapping("/calls")
    ModelAndView call(
            @PathVariable long number,
            @RequestParam boolean reached,
            @RequestParam(defaultValue = "") String text,
            Actor actor,
            Asked asked) {
        return done(number, new Called(reached), StepsController.words(text), actor, asked);
    }

    /** The requester spoke to a machine, and an agent wrote it down. */
    @PostMapping("/voicemails")
    ModelAndView voicemail(@PathVariable long number, @RequestParam(defaultValue = "") String text, Asked asked) {
        var spoken = StepsController.words(text);
        return answer.after(
                desk.voicemail(Numbers.of(number), spoken == null ? NewMessage.of("(a voicemail)") : spoken, "phone"),
                asked);
    }

    @PostMapping("/handling")
    ModelAndView log(
            @PathVariable long number,
            @RequestParam(defaultValue = "") String spent,
            @RequestParam(defaultValue = "") String text,
            Actor actor,
            Asked asked) {
        return done(number, new Logged(Spent.of(spent)), StepsController.words(text), actor, asked);
    }

    /** A workaround, a fix date, or another act that the charter names. */
    @PostMapping("/acts")
    ModelAndView act(
            @PathVariable long number,
            @RequestParam String what,
            @RequestParam Optional<String> on,
            @RequestParam(defaultValue = "") String text,
            Actor actor,
            Asked asked) {
        var date = on.filter(it -> !it.isBlank()).map(ActsController::date).orElse(null);
        return done(number, new Did(what, date), StepsController.words(text), actor, asked);
    }

    @PostMapping("/stage")
    ModelAndView advance(@PathVariable long number, @RequestParam String stage, Actor actor, Asked asked) {
        return done(number, new Advanced(stage), null, actor, asked);
    }

    @PostMapping("/stage/skip")
    ModelAndView skip(
            @PathVariable long number,
            @RequestParam String stage,
            @RequestParam(defaultValue = "") String because,
            Actor actor,
            Asked asked) {
        return done(number, new Skipped(stage, StepsController.cut(because)), null, actor, asked);
    }

    /** To come back to it at a time of the desk's own clock. */
    @PostMapping("/reminder")
    ModelAndView remind(
            @PathVariable long number,
            @RequestParam String at,
            @RequestParam(defaultValue = "false") boolean group,
            @RequestParam(defaultValue = "") String text,
            Actor actor,
            Asked asked) {
        return done(number, new ReminderSet(instant(at), group), StepsController.words(text), actor, asked);
    }

    private Instant instant(String text) {
        try {
            var zone = charters.current().charter().zone();
            return LocalDateTime.parse(text).atZone(zone).toInstant();
        } catch (DateTimeParseException bad) {
            throw new ProblemException(
                    new Problem.Invalid(new Problem.Fault("at", "Write a date and a time, such as 2026-12-10T09:00.")));
        }
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException bad) {
            throw new ProblemException(new Problem.Invalid(
                    new Problem.Fault("on", "\"%s\" is no date; write one such as 2026-12-10.".formatted(text))));
        }
    }

    private ModelAndView done(long number, Act act, @Nullable NewMessage message, Actor actor, Asked asked) {
        return answer.after(
                desk.does(Numbers.of(number), act, message, actor.agent().id()), asked);
    }

    /** Time as people write it: {@code 10}, {@code 10m}, {@code 1h30m}. */
    static final class Spent {

        private Spent() {}

        static Duration of(String text) {
            var written = text.strip().replace(" ", "");
            try {
                return written.matches("[0-9]{1,4}")
                        ? Duration.ofMinutes(Long.parseLong(written))
                        : Duration.parse("PT" + written.toUpperCase(Locale.ROOT));
            } catch (DateTimeParseException bad) {
                throw new ProblemException(new Problem.Invalid(
                        new Problem.Fault("spent", "Write how long it took: 10m, 1h30m, or minutes.")));
            }
        }
    }
}
