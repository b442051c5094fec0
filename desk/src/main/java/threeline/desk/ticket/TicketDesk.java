package threeline.desk.ticket;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import threeline.desk.people.AgentId;
import threeline.desk.people.RequesterId;
import threeline.desk.tenant.Tenant;
import threeline.desk.web.Problem;
import threeline.desk.web.ProblemException;
import threeline.promises.charter.Stage;

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
    private final boolean past;

    @Autowired
    TicketDesk(
            Stories stories,
            TicketRules rules,
            PromiseKeeper promises,
            ApplicationEventPublisher listeners,
            InstantSource time,
            PlatformTransactionManager manager) {
        this(stories, rules, promises, listeners, time, manager, false);
    }

    private TicketDesk(
            Stories stories,
            TicketRules rules,
            PromiseKeeper promises,
            ApplicationEventPublisher listeners,
            InstantSource time,
            PlatformTransactionManager manager,
            boolean past) {
        this.stories = stories;
        this.rules = rules;
        this.promises = promises;
        this.listeners = listeners;
        this.time = rules.before(time);
        this.manager = manager;
        this.transactions = new TransactionTemplate(manager);
        this.past = past;
    }

    /** Opens a ticket; its severity, tier and group are the charter's, its clocks start. */
    public Ticket open(NewTicket wish) {
        return open(wish, null);
    }

    /**
     * What the charter has against this coming in so, in its words. Whoever writes is refused by them; to a caller they
     * are said by the agent, who may still write the call down.
     */
    public Optional<String> against(NewTicket wish) {
        return inTransaction(() -> rules.against(wish, time.instant()));
    }

    private Ticket open(NewTicket wish, @Nullable TicketNumber continues) {
        return inTransaction(() -> {
            var at = now();
            var opening = rules.opening(wish, continues, at, past);
            var judged = Story.begin(opening.ticket(), opening.entry()).judged(promises, at);
            return tell(stories.begin(overflowed(judged), wish.message().attachments()));
        });
    }

    /** Where too many wait already on the tier that it came to, it goes on to the next at once. */
    private Story overflowed(Story story) {
        return rules.overflow(story.ticket(), stories::waitingOn)
                .map(act -> story.with(
                                NewEntry.of(act, Author.desk()), story.ticket().changedAt())
                        .judged(promises, story.seenFrom(time.instant())))
                .orElse(story);
    }

    /**
     * The requester gets in touch again, by a channel of the charter. It reopens a resolved ticket; on a closed one it
     * opens another, which is given back; on a merged one it goes to the ticket that goes on.
     */
    public Ticket contact(TicketNumber number, NewMessage message, RequesterId from, String channel) {
        return contact(number, message, from, new TicketEvent.Contacted(channel));
    }

    /** The requester left a voicemail, which somebody wrote down. */
    public Ticket voicemail(TicketNumber number, NewMessage message, String channel) {
        return inTransaction(() -> {
            var from = stories.lock(number).ticket().requester();
            return contact(number, message, from, new TicketEvent.Contacted(channel, true));
        });
    }

    private Ticket contact(TicketNumber number, NewMessage message, RequesterId from, TicketEvent.Contacted contact) {
        return inTransaction(() -> {
            var story = stories.lock(number);
            if (story.mergedInto() instanceof TicketNumber into) {
                return contact(into, message, from, contact);
            }
            if (story.ticket().status() == Status.CLOSED) {
                return open(rules.continuing(story.ticket(), message, from, contact.channel()), number);
            }
            return keep(story, new NewEntry(contact, Author.of(from), message));
        });
    }

    /** An agent answers, for the requester to read. */
    public Ticket reply(TicketNumber number, NewMessage message, AgentId by) {
        return does(number, new TicketEvent.Replied(), message, by);
    }

    /** An agent writes something down for the desk alone. */
    public Ticket note(TicketNumber number, NewMessage note, AgentId by) {
        return does(number, new TicketEvent.Noted(), note, by);
    }

    /** Something automatic came in about the ticket: shown, and nothing else. */
    public Ticket echo(TicketNumber number, NewMessage message, String why) {
        return inTransaction(
                () -> keep(stories.lock(number), new NewEntry(new TicketEvent.Echoed(why), Author.desk(), message)));
    }

    /** The ticket waits for something that the charter names; another hold replaces the one before. */
    public Ticket hold(TicketNumber number, String hold, AgentId by) {
        return does(number, new TicketEvent.Held(hold), by);
    }

    public Ticket resume(TicketNumber number, AgentId by) {
        return does(number, new TicketEvent.Resumed(), by);
    }

    /** Gives the ticket to an agent, or to none. */
    public Ticket assign(TicketNumber number, @Nullable AgentId to, AgentId by) {
        return does(number, new TicketEvent.Assigned(to), by);
    }

    public Ticket severity(TicketNumber number, String severity, AgentId by) {
        return inTransaction(() -> {
            var story = stories.lock(number);
            var changed = new TicketEvent.SeverityChanged(story.ticket().severity(), severity);
            return does(story, changed, null, by);
        });
    }

    /** The requester says how bad it is by now, by a channel that the charter lets them change it by. */
    public Ticket severityAsked(TicketNumber number, String severity, String channel) {
        return inTransaction(() -> {
            var requester = stories.lock(number).ticket().requester();
            return severityAsked(number, severity, channel, requester);
        });
    }

    /** The same by somebody who may ask in their place. */
    public Ticket severityAsked(TicketNumber number, String severity, String channel, RequesterId from) {
        return inTransaction(() -> {
            var story = stories.lock(number);
            rules.checkChange(from, severity, channel, time.instant());
            var changed = new TicketEvent.SeverityChanged(story.ticket().severity(), severity);
            return keep(story, NewEntry.of(changed, Author.of(from)));
        });
    }

    /**
     * The requester says that it is solved indeed: what the charter's process still wants before the end is their word,
     * and the ticket is closed. Only what the desk has resolved can be confirmed.
     */
    public Ticket confirm(TicketNumber number, RequesterId from) {
        return inTransaction(() -> {
            if (stories.lock(number).ticket().status() != Status.RESOLVED) {
                throw new ProblemException(new Problem.Conflict("It is not resolved, so there is nothing to confirm."));
            }
            for (var stage : rules.before(stories.lock(number).ticket(), Stage.By.CLOSED)) {
                keep(stories.lock(number), NewEntry.of(new TicketEvent.Advanced(stage.id()), Author.of(from)));
            }
            return keep(stories.lock(number), NewEntry.of(new TicketEvent.Closed(), Author.of(from)));
        });
    }

    public Ticket resolve(TicketNumber number, AgentId by) {
        return does(number, new TicketEvent.Resolved(), by);
    }

    /** The same past the stages of the charter's process that are still ahead, each skipped for this reason. */
    public Ticket resolve(TicketNumber number, String because, AgentId by) {
        return inTransaction(() -> {
            for (var stage : rules.before(stories.lock(number).ticket(), Stage.By.RESOLVED)) {
                does(number, new TicketEvent.Skipped(stage.id(), because), by);
            }
            return resolve(number, by);
        });
    }

    public Ticket reopen(TicketNumber number, AgentId by) {
        return does(number, new TicketEvent.Reopened(), by);
    }

    public Ticket close(TicketNumber number, AgentId by) {
        return does(number, new TicketEvent.Closed(), by);
    }

    /**
     * Lets happen what is due to happen by itself, on at most so many tickets, each thing dated at its own instant.
     *
     * @return how many tickets it was
     */
    public int wake(int limit) {
        try {
            return wakeTogether(limit);
        } catch (UnreadableTimeline unreadable) {
            LOG.error("what is due could not happen, and will be tried again", unreadable);
            transactions.executeWithoutResult(
                    _ -> stories.wakeAt(unreadable.ticket(), time.instant().plus(TRY_AGAIN_AFTER)));
            return limit; // the others are due still
        }
    }

    private int wakeTogether(int limit) {
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
            return story.judged(promises, story.seenFrom(now));
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
        return new TicketDesk(stories, rules, promises, _ -> {}, InstantSource.fixed(past), manager, true);
    }

    /** An agent does something else to it, of all that the charter knows. */
    public Ticket does(TicketNumber number, TicketEvent.Act act, AgentId by) {
        return does(number, act, null, by);
    }

    /** The same with words to it, and files. */
    public Ticket does(TicketNumber number, TicketEvent.Act act, @Nullable NewMessage message, AgentId by) {
        return inTransaction(() -> does(stories.lock(number), act, message, by));
    }

    /** Something comes about by the clock that the judgement does not find; dated at its own instant. */
    public Ticket happens(TicketNumber number, TicketEvent.ByItself event, @Nullable NewMessage words, Instant at) {
        return inTransaction(() -> {
            var before = stories.lock(number);
            var story = before.with(new NewEntry(event, Author.desk(), words), at);
            return kept(story.judged(promises, before.seenFrom(time.instant())), words);
        });
    }

    /** The vendor answered by itself, for the desk alone to read. */
    public Ticket vendorReplies(TicketNumber number, NewMessage message) {
        return inTransaction(() ->
                keep(stories.lock(number), new NewEntry(new TicketEvent.VendorReplied(), Author.desk(), message)));
    }

    private Ticket does(Story story, TicketEvent.Act act, @Nullable NewMessage message, AgentId by) {
        rules.check(story.ticket(), act, by);
        return keep(story, new NewEntry(act, Author.of(by), message));
    }

    /** Two tickets about one thing go on as one: the first is closed, and what comes for it goes to the other. */
    public Ticket merge(TicketNumber number, TicketNumber into, AgentId by) {
        if (number.equals(into)) {
            throw ActRules.fault("into", "A ticket can't be merged into itself.");
        }
        return inTransaction(() -> {
            stories.lock(first(number, into)); // always in this order, so that two merges never wait for each other
            does(stories.lock(into), new TicketEvent.Joined(number), null, by);
            return does(stories.lock(number), new TicketEvent.Merged(into), null, by);
        });
    }

    private static TicketNumber first(TicketNumber one, TicketNumber other) {
        return one.value() < other.value() ? one : other;
    }

    private Ticket keep(Story before, NewEntry act) {
        var at = before.next(now());
        var story = before.with(act, at);
        var stage = rules.following(story.ticket(), act.event());
        if (stage.isPresent()) {
            story = story.with(NewEntry.of(stage.get(), Author.desk()), at);
        }
        story = story.judged(promises, at);
        return kept(isStep(act.event()) ? overflowed(story) : story, act.message());
    }

    /** What is taken over from elsewhere keeps its own time, whatever rules now. */
    private Instant now() {
        return past ? time.instant() : rules.afterRuling(time.instant());
    }

    private static boolean isStep(TicketEvent event) {
        return event instanceof TicketEvent.Escalated || event instanceof TicketEvent.Returned;
    }

    private Ticket kept(Story story, @Nullable NewMessage message) {
        stories.keep(story, message == null ? List.of() : message.attachments());
        return tell(story);
    }

    private Ticket tell(Story story) {
        listeners.publishEvent(new TicketChanged(Tenant.current(), story.kept(), story.ticket(), story.fresh()));
        return story.ticket();
    }

    private <T> T inTransaction(Supplier<T> work) {
        return transactions.execute(_ -> {
            rules.holdStill();
            return work.get();
        });
    }
}
