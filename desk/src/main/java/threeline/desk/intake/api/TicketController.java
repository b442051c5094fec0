package threeline.desk.intake.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import threeline.desk.people.AgentId;
import threeline.desk.people.Agents;
import threeline.desk.people.access.Action;
import threeline.desk.people.access.May;
import threeline.desk.ticket.FileDoor;
import threeline.desk.ticket.Ticket;
import threeline.desk.ticket.TicketDesk;
import threeline.desk.ticket.TicketNumber;
import threeline.desk.web.Problem;
import threeline.desk.web.ProblemException;

/** What is done to one ticket. Each state is a resource: putting it there is the act, taking it away the opposite. */
@RestController
@May(Action.WORK_ON_TICKETS)
@RequestMapping("/api/v1/tickets/{called}")
class TicketController {

    private static final int LONGEST_WORD = 60;

    private final TicketDesk desk;
    private final FileDoor files;
    private final Agents agents;
    private final Numbers numbers;
    private final Views views;
    private final Once once;

    TicketController(TicketDesk desk, FileDoor files, Agents agents, Numbers numbers, Views views, Once once) {
        this.desk = desk;
        this.files = files;
        this.agents = agents;
        this.numbers = numbers;
        this.views = views;
        this.once = once;
    }

    /** An act, all but the ticket that it is done to. */
    private interface Act {
        Ticket on(TicketNumber number, AgentId by);
    }

    @PostMapping("/replies")
    ResponseEntity<byte[]> reply(@PathVariable String called, Asking asking) {
        var message = files.admit(asking.read(Messages::message));
        return act(called, asking, HttpStatus.CREATED, (it, by) -> desk.reply(it, message, by));
    }

    @PostMapping("/notes")
    ResponseEntity<byte[]> note(@PathVariable String called, Asking asking) {
        var message = files.admit(asking.read(Messages::message));
        return act(called, asking, HttpStatus.CREATED, (it, by) -> desk.note(it, message, by));
    }

    @PostMapping("/hold")
    ResponseEntity<byte[]> hold(@PathVariable String called, Asking asking) {
        var hold = asking.read(in -> in.text("hold", LONGEST_WORD));
        return act(called, asking, HttpStatus.OK, (it, by) -> desk.hold(it, hold, by));
    }

    @DeleteMapping("/hold")
    ResponseEntity<byte[]> resume(@PathVariable String called, Asking asking) {
        return act(called, asking, HttpStatus.OK, desk::resume);
    }

    @PostMapping("/resolution")
    ResponseEntity<byte[]> resolve(@PathVariable String called, Asking asking) {
        var resolution = asking.read(Resolution::of);
        return act(called, asking, HttpStatus.OK, (it, by) -> resolution.on(desk, it, by));
    }

    /** Any other act of the charter, by its name. */
    @PostMapping("/acts")
    ResponseEntity<byte[]> does(@PathVariable String called, Asking asking) {
        var act = asking.read(NewAct::read);
        return act(called, asking, HttpStatus.CREATED, (it, by) -> act.on(desk, it, by));
    }

    @DeleteMapping("/resolution")
    ResponseEntity<byte[]> reopen(@PathVariable String called, Asking asking) {
        return act(called, asking, HttpStatus.OK, desk::reopen);
    }

    @PutMapping("/severity")
    ResponseEntity<byte[]> severity(@PathVariable String called, Asking asking) {
        var wish = asking.read(SeverityWish::of);
        return act(called, asking, HttpStatus.OK, (it, by) -> severity(it, wish, by));
    }

    @PutMapping("/assignment")
    ResponseEntity<byte[]> assign(@PathVariable String called, Asking asking) {
        var to = agent(asking.read(Assignment::of));
        return act(called, asking, HttpStatus.OK, (it, by) -> desk.assign(it, to, by));
    }

    /** @param channel by which the requester asked for it; null where an agent judges so */
    private record SeverityWish(String severity, @Nullable String channel) {

        static SeverityWish of(Fields in) {
            return new SeverityWish(in.text("severity", LONGEST_WORD), in.optionalText("channel", LONGEST_WORD));
        }
    }

    private Ticket severity(TicketNumber number, SeverityWish wish, AgentId by) {
        return wish.channel() == null
                ? desk.severity(number, wish.severity(), by)
                : desk.severityAsked(number, wish.severity(), wish.channel());
    }

    private record Assignment(@Nullable Long agent) {

        static Assignment of(Fields in) {
            return new Assignment(in.numberOrNull("agent"));
        }
    }

    private @Nullable AgentId agent(Assignment to) {
        if (to.agent() == null) {
            return null;
        }
        var id = new AgentId(to.agent());
        if (agents.all(List.of(id)).isEmpty()) {
            throw new ProblemException(new Problem.Invalid(
                    new Problem.Fault("agent", "There is no agent %d at this desk.".formatted(to.agent()))));
        }
        return id;
    }

    private ResponseEntity<byte[]> act(String called, Asking asking, HttpStatus status, Act act) {
        var number = numbers.of(called);
        return once.answer(asking, () -> {
                    var ticket = views.brief(act.on(number, asking.by()));
                    return new Answer(status.value(), null, Json.write(ticket));
                })
                .asResponse();
    }
}
