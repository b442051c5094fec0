package threeline.desk.ticket;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import threeline.desk.mail.Manners;
import threeline.desk.people.AgentId;
import threeline.desk.web.ProblemException;

/**
 * Replies of agents, which leave a moment after they were written where the desk wants that. A reply counts when it
 * leaves, not when it was written; so one that is taken back never happened, and no promise is kept by it.
 */
@Component
public class Departures {

    private static final Logger log = LoggerFactory.getLogger(Departures.class);

    private static final String RESOLVE = "resolve";
    private static final String HOLD = "hold:";

    private final TicketDesk desk;
    private final TicketQueue tickets;
    private final TicketRules rules;
    private final DepartureRows rows;
    private final Manners manners;
    private final InstantSource time;
    private final TransactionTemplate transactions;

    Departures(
            TicketDesk desk,
            TicketQueue tickets,
            TicketRules rules,
            DepartureRows rows,
            Manners manners,
            InstantSource time,
            PlatformTransactionManager manager) {
        this.transactions = new TransactionTemplate(manager);
        this.desk = desk;
        this.tickets = tickets;
        this.rules = rules;
        this.rows = rows;
        this.manners = manners;
        this.time = time;
    }

    /** Replies now, or in a moment; not in a moment where a promise would break in it. The ticket is as it is then. */
    public Ticket reply(TicketNumber number, NewMessage message, String followedBy, AgentId by) {
        var undo = manners.current().undo();
        var ticket = tickets.find(number);
        var leavesAt = time.instant().plus(undo);
        if (undo.isZero() || ticket.isEmpty() || breaksBefore(ticket.get(), leavesAt)) {
            var replied = desk.reply(number, message, by);
            return followUp(number, followedBy, by).orElse(replied);
        }
        return transactions.execute(_ -> {
            checkNow(ticket.get(), followedBy, by);
            rows.add(new DepartureRows.New(number, message, followedBy, by, leavesAt));
            return ticket.get();
        });
    }

    /** What can't be said or done now is refused now. */
    private void checkNow(Ticket ticket, String followedBy, AgentId by) {
        rules.check(ticket, new TicketEvent.Replied(), by);
        var replied = Course.after(ticket, new TicketEvent.Replied(), time.instant());
        following(followedBy).ifPresent(act -> {
            rules.check(replied, act, by);
            Course.after(replied, act, time.instant());
        });
    }

    private static Optional<TicketEvent.Act> following(String followedBy) {
        if (followedBy.equals(RESOLVE)) {
            return Optional.of(new TicketEvent.Resolved());
        }
        return followedBy.startsWith(HOLD)
                ? Optional.of(new TicketEvent.Held(followedBy.substring(HOLD.length())))
                : Optional.empty();
    }

    private static boolean breaksBefore(Ticket ticket, Instant leavesAt) {
        var next = ticket.next();
        return next != null
                && next.state().equals("running")
                && next.dueAt() != null
                && !next.dueAt().isAfter(leavesAt);
    }

    /** Those of a ticket that have not left, the first first. */
    @Transactional(readOnly = true)
    public List<Departure> of(TicketNumber ticket) {
        return rows.of(ticket);
    }

    /** Takes back what one wrote; nothing where it has left meanwhile. */
    @Transactional
    public Optional<Departure> takeBack(TicketNumber ticket, long id, AgentId by) {
        return rows.of(ticket).stream()
                .filter(it -> it.id() == id && it.by().equals(by))
                .filter(it -> rows.remove(it.id()))
                .findFirst();
    }

    /** Lets one leave, unless it was taken back. What was to follow and can't any more is left undone. */
    void leave(long id) {
        var left = transactions.execute(_ -> rows.take(id).map(it -> {
            desk.reply(it.ticket(), it.message(), it.by());
            return it;
        }));
        left.ifPresent(it -> {
            try {
                followUp(it.ticket(), it.followedBy(), it.by());
            } catch (ProblemException e) {
                log.info("a reply to ticket {} has left, and {} could not follow", it.ticket(), it.followedBy(), e);
            }
        });
    }

    private Optional<Ticket> followUp(TicketNumber number, String followedBy, AgentId by) {
        return following(followedBy).map(act -> desk.does(number, act, by));
    }
}
