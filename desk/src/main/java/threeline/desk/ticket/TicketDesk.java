package threeline.desk.ticket;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import threeline.desk.people.AgentId;
import threeline.desk.people.RequesterId;
import threeline.desk.tenant.Tenant;

/**
 * What people do to tickets: the only door for change. Each verb is one transaction, or part of the caller's; it writes
 * the timeline, lets the promises be judged and tells {@link TicketChanged}. What can't be done is a ProblemException.
 */
@Service
public class TicketDesk {

    private static final Logger LOG = LoggerFactory.getLogger(TicketDesk.class);
    private static final Duration TRY_AGAIN_AFTER = Duration.ofMinutes(5);

    private final Stories stories;
    private final TicketRules rules;
    private final PromiseKeeper promises;
    private final ApplicationEventPublisher listeners;
    private final InstantSource time;
    private final PlatformTransactionManager manager;
    private final TransactionTemplate transactions;

    TicketDesk(
            Stories stories,
            TicketRules rules,
            PromiseKeeper promises,
            ApplicationEventPublisher listeners,
            InstantSource time,
            PlatformTransactionManager manager) {
        this.stories = stories;
        this.rules = rules;
        this.promises = promises;
        this.listeners = listeners;
        this.time = time;
        this.manager = manager;
        this.transactions = new TransactionTemplate(manager);
    }

    /** Opens a ticket; its severity, tier and group are the charter's, its clocks start. */
    public Ticket open(NewTicket wish) {
        return open(wish, null);
    }

    private Ticket open(NewTicket wish, @Nullable TicketNumber continues) {
        return inTransaction(() -> {
            var opening = rules.opening(wish, continues, time.instant());
            var judged = Story.begin(opening.ticket(), opening.entry()).judged(promises, time.instant());
            return tell(stories.begin(judged, wish.message().attachments()));
        });
    }

    /**
     * The requester gets in touch again, by a channel of the charter. It reopens a resolved ticket; on a closed one it
     * opens another, which is given back.
     */
    public Ticket contact(TicketNumber number, NewMessage message, RequesterId from, String channel) {
        return inTransaction(() -> {
            var story = stories.lock(number);
            if (story.ticket().status() == Status.CLOSED) {
                return open(rules.continuing(story.ticket(), message, from, channel), number);
            }
            var contact = new NewEntry(new TicketEvent.Contacted(channel), Author.of(from), message);
            var resumes = rules.endsAtContact(story.ticket().hold())
                    ? List.of(contact, NewEntry.of(new TicketEvent.Resumed(), Author.desk()))
                    : List.of(contact);
            return keep(story, resumes);
        });
    }

    /** An agent answers, for the requester to read. */
    public Ticket reply(TicketNumber number, NewMessage message, AgentId by) {
        return change(number, new NewEntry(new TicketEvent.Replied(), Author.of(by), message));
    }

    /** An agent writes something down for the desk alone. */
    public Ticket note(TicketNumber number, NewMessage note, AgentId by) {
        return change(number, new NewEntry(new TicketEvent.Noted(), Author.of(by), note));
    }

    /** Something automatic came in about the ticket: shown, and nothing else. */
    public Ticket echo(TicketNumber number, NewMessage message, String why) {
        return change(number, new NewEntry(new TicketEvent.Echoed(why), Author.desk(), message));
    }

    /** The ticket waits for something that the charter names; another hold replaces the one before. */
    public Ticket hold(TicketNumber number, String hold, AgentId by) {
        rules.checkHold(hold);
        return change(number, NewEntry.of(new TicketEvent.Held(hold), Author.of(by)));
    }

    public Ticket resume(TicketNumber number, AgentId by) {
        return change(number, NewEntry.of(new TicketEvent.Resumed(), Author.of(by)));
    }

    /** Gives the ticket to an agent, or to none. */
    public Ticket assign(TicketNumber number, @Nullable AgentId to, AgentId by) {
        return change(number, NewEntry.of(new TicketEvent.Assigned(to), Author.of(by)));
    }

    public Ticket severity(TicketNumber number, String severity, AgentId by) {
        rules.checkSeverity(severity);
        return inTransaction(() -> {
            var story = stories.lock(number);
            var changed = new TicketEvent.SeverityChanged(story.ticket().severity(), severity);
            return keep(story, List.of(NewEntry.of(changed, Author.of(by))));
        });
    }

    public Ticket resolve(TicketNumber number, AgentId by) {
        return change(number, NewEntry.of(new TicketEvent.Resolved(), Author.of(by)));
    }

    public Ticket reopen(TicketNumber number, AgentId by) {
        return change(number, NewEntry.of(new TicketEvent.Reopened(), Author.of(by)));
    }

    public Ticket close(TicketNumber number, AgentId by) {
        return change(number, NewEntry.of(new TicketEvent.Closed(), Author.of(by)));
    }

    /**
     * Lets happen what is due to happen by itself, on at most so many tickets, each thing dated at its own instant.
     *
     * @return how many tickets it was
     */
    public int wake(int limit) {
        return inTransaction(() -> {
            var now = time.instant();
            var due = stories.takeDue(now, limit).stream()
                    .map(story -> woken(story, now))
                    .toList();
            stories.keep(due);
            due.forEach(this::tell);
            return due.size();
        });
    }

    /** A ticket that can't be judged keeps no other waiting: it is tried again later. */
    private Story woken(Story story, Instant now) {
        try {
            return story.judged(promises, story.notBefore(now));
        } catch (RuntimeException failed) {
            LOG.error(
                    "ticket {} can't be judged, and will be tried again",
                    story.ticket().number(),
                    failed);
            return story.wakingAt(now.plus(TRY_AGAIN_AFTER));
        }
    }

    /** The same desk for acts of the past, being taken over from elsewhere: dated then, and told to nobody. */
    public TicketDesk at(Instant past) {
        return new TicketDesk(stories, rules, promises, _ -> {}, InstantSource.fixed(past), manager);
    }

    private Ticket change(TicketNumber number, NewEntry act) {
        return inTransaction(() -> keep(stories.lock(number), List.of(act)));
    }

    private Ticket keep(Story before, List<NewEntry> acts) {
        var at = before.notBefore(time.instant());
        var story = before;
        for (var act : acts) {
            story = story.with(act, at);
        }
        story = story.judged(promises, at);
        var message = acts.getFirst().message();
        stories.keep(story, message == null ? List.of() : message.attachments());
        return tell(story);
    }

    private Ticket tell(Story story) {
        listeners.publishEvent(new TicketChanged(Tenant.current(), story.ticket(), story.fresh()));
        return story.ticket();
    }

    private <T> T inTransaction(Supplier<T> work) {
        return transactions.execute(_ -> {
            rules.holdStill();
            return work.get();
        });
    }
}
