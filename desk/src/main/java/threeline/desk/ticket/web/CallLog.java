package threeline.desk.ticket.web;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import threeline.desk.contract.Charters;
import threeline.desk.people.AgentId;
import threeline.desk.people.RequesterId;
import threeline.desk.people.Requesters;
import threeline.desk.ticket.NewMessage;
import threeline.desk.ticket.NewTicket;
import threeline.desk.ticket.Process;
import threeline.desk.ticket.Ticket;
import threeline.desk.ticket.TicketDesk;
import threeline.desk.ticket.TicketEvent;
import threeline.desk.web.Problem;
import threeline.desk.web.ProblemException;
import threeline.promises.charter.Channel;
import threeline.promises.charter.Stage;

/** Puts a call that an agent took into a ticket: answered as it opens, with the time it took, and solved where it was. */
@Component
class CallLog {

    private static final String ON_THE_PHONE = "Solved on the phone";

    private final TicketDesk desk;
    private final Requesters requesters;
    private final Charters charters;

    CallLog(TicketDesk desk, Requesters requesters, Charters charters) {
        this.desk = desk;
        this.requesters = requesters;
        this.charters = charters;
    }

    /** All of it, or nothing; refused in the charter's words where it sends such calls elsewhere, unless said otherwise. */
    @Transactional
    public Ticket log(CallForm call, AgentId by) {
        var wish = wish(call);
        if (!Boolean.TRUE.equals(call.anyway())) {
            desk.against(wish).ifPresent(words -> {
                throw new ProblemException(new Problem.NotAllowed(words));
            });
        }
        var ticket = desk.open(wish);
        if (call.length().isPositive()) {
            desk.does(ticket.number(), new TicketEvent.Logged(call.length()), by);
        }
        var taken = desk.assign(ticket.number(), by, by);
        return call.solved() ? solved(taken, by) : taken;
    }

    private NewTicket wish(CallForm call) {
        var told = call.told();
        return new NewTicket(
                caller(call),
                channel(call),
                call.severityChosen(),
                true,
                call.about(),
                new NewMessage(told, told, List.of()));
    }

    private RequesterId caller(CallForm call) {
        var known = call.known();
        return known == null
                ? requesters.add(call.stranger()).id()
                : requesters.get(known).id();
    }

    private String channel(CallForm call) {
        var lines = lines();
        var chosen = call.channel();
        return chosen != null && lines.contains(chosen) ? chosen : lines.isEmpty() ? "phone" : lines.getFirst();
    }

    /** The charter's telephones, by name. */
    List<String> lines() {
        return charters.current().charter().channels().values().stream()
                .filter(it -> it.by() == Channel.By.PHONE)
                .map(Channel::id)
                .toList();
    }

    private Ticket solved(Ticket taken, AgentId by) {
        var process = Process.of(charters.current().charter(), taken.stage());
        return process.before(Stage.By.RESOLVED).isEmpty()
                ? desk.resolve(taken.number(), by)
                : desk.resolve(taken.number(), ON_THE_PHONE, by);
    }
}
