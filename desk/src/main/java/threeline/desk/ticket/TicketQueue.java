package threeline.desk.ticket;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.trueCondition;
import static threeline.desk.db.ticket.Tables.SEARCH;
import static threeline.desk.db.ticket.Tables.TICKET_;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.SelectConditionStep;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import threeline.desk.db.ticket.tables.records.TicketRecord;
import threeline.desk.people.AgentId;
import threeline.desk.people.OrganizationId;
import threeline.desk.people.RequesterId;

/** Tickets in lists: the views of the desk, filters, search. Every list has an end and an index. */
@Component
@Transactional(readOnly = true)
public class TicketQueue {

    private static final Pattern REFERENCE = Pattern.compile("(?:[A-Za-z]{1,10}-|#)?([1-9][0-9]{0,17})");

    private final DSLContext db;
    private final Tickets tickets;
    private final ListsAtRest atRest;
    private final InstantSource time;

    TicketQueue(DSLContext db, Tickets tickets, ListsAtRest atRest, InstantSource time) {
        this.db = db;
        this.tickets = tickets;
        this.atRest = atRest;
        this.time = time;
    }

    /** The ticket of this number, as it stands. */
    public Optional<Ticket> find(TicketNumber number) {
        return tickets.find(number);
    }

    /** All of these that there are, as they stand, in one question. */
    public Map<TicketNumber, Ticket> all(Collection<TicketNumber> numbers) {
        var wanted = numbers.stream().map(TicketNumber::value).distinct().toArray(Long[]::new);
        return db.selectFrom(TICKET_).where(TICKET_.NUMBER.eq(any(wanted))).fetch(Tickets::read).stream()
                .collect(Collectors.toMap(Ticket::number, Function.identity()));
    }

    /** At most so many tickets of a view, in its order, from the cursor on. */
    public List<Ticket> of(View view, AgentId looking, @Nullable QueueCursor after, int limit) {
        return atRest.list(new Page(view, looking, after, limit), () -> read(view, looking, after, limit));
    }

    private record Page(
            View view, AgentId looking, @Nullable QueueCursor after, int limit) {}

    private List<Ticket> read(View view, AgentId looking, @Nullable QueueCursor after, int limit) {
        var wanted = db.selectFrom(TICKET_).where(condition(view, looking));
        return switch (view) {
            case BREAKS_FIRST, MINE, UNASSIGNED, PAST_DUE, ON_HOLD -> breaksFirst(wanted, after, limit);
            case RESOLVED -> latestFirst(wanted, after, limit);
            case ALL -> newestFirst(wanted, after == null ? null : after.number(), limit);
        };
    }

    /** Which tickets a view has, to be counted. */
    public Countable counting(View view, AgentId looking) {
        return new Countable(condition(view, looking));
    }

    /** How many tickets there are of each, counted up to {@code most}, in one question. */
    public List<Integer> counts(List<Countable> wanted, int most) {
        if (wanted.isEmpty()) {
            return List.of();
        }
        // into(Integer[].class) would keep a mapper for each question ever asked, and look through all of them
        var counts =
                db.select(wanted.stream().map(it -> it.counted(most)).toList()).fetchSingle();
        return IntStream.range(0, wanted.size())
                .mapToObj(it -> counts.get(it, Integer.class))
                .toList();
    }

    /** At most so many tickets that the filter lets through, the newest first, older than {@code before}. */
    public List<Ticket> newest(TicketFilter filter, @Nullable TicketNumber before, int limit) {
        return newestFirst(db.selectFrom(TICKET_).where(condition(filter)), before, limit);
    }

    /**
     * At most so many of somebody's who asks for help, the newest first, older than {@code before}: what they asked, what
     * their organization asked where one is given, and these besides.
     */
    public List<Ticket> asked(Asked whose, @Nullable TicketNumber before, int limit) {
        return newestFirst(db.selectFrom(TICKET_).where(condition(whose)), before, limit);
    }

    /** Whose tickets are wanted, and whether only those that are not closed. */
    public record Asked(
            RequesterId by, @Nullable OrganizationId organization, List<TicketNumber> besides, boolean open) {}

    private static Condition condition(Asked it) {
        var theirs = TICKET_.REQUESTER.eq(it.by().value());
        if (it.organization() != null) {
            theirs = theirs.or(TICKET_.ORGANIZATION.eq(it.organization().value()));
        }
        if (!it.besides().isEmpty()) {
            theirs = theirs.or(TICKET_.NUMBER.in(
                    it.besides().stream().map(TicketNumber::value).toList()));
        }
        return it.open() ? theirs.and(TICKET_.STATUS.ne(inline("closed"))) : theirs;
    }

    /** At most so many unresolved tickets that the filter lets through, what breaks next first. */
    public List<Ticket> breaksFirst(TicketFilter filter, @Nullable QueueCursor after, int limit) {
        var unresolved = TICKET_.STATUS.in(inline("open"), inline("held"));
        return breaksFirst(db.selectFrom(TICKET_).where(unresolved.and(condition(filter))), after, limit);
    }

    /** Tickets in whose timeline all these words stand in one entry, or whose reference it is; the newest first. */
    public List<Ticket> search(String query, @Nullable TicketNumber before, int limit) {
        var found = new ArrayList<Ticket>();
        var reference = REFERENCE.matcher(query.strip());
        if (before == null && reference.matches()) {
            find(new TicketNumber(Long.parseLong(reference.group(1)))).ifPresent(found::add);
        }
        var numbers = db.selectFrom(SEARCH.call(query, before == null ? Long.MAX_VALUE : before.value(), limit))
                .fetchArray(SEARCH.NUMBER);
        db.selectFrom(TICKET_).where(TICKET_.NUMBER.eq(any(numbers))).fetch(Tickets::read).stream()
                .filter(ticket -> found.isEmpty()
                        || !ticket.number().equals(found.getFirst().number()))
                .sorted(Comparator.comparingLong((Ticket it) -> it.number().value())
                        .reversed())
                .forEach(found::add);
        return List.copyOf(found);
    }

    private Condition condition(View view, AgentId looking) {
        var unresolved = TICKET_.STATUS.in(inline("open"), inline("held"));
        return switch (view) {
            case BREAKS_FIRST -> unresolved;
            case MINE -> unresolved.and(TICKET_.AGENT.eq(looking.value()));
            case UNASSIGNED -> unresolved.and(TICKET_.AGENT.isNull());
            case PAST_DUE -> unresolved.and(TICKET_.BREAKS_AT.lt(time.instant()));
            case ON_HOLD -> TICKET_.STATUS.eq(inline("held"));
            case RESOLVED -> TICKET_.STATUS.eq(inline("resolved"));
            case ALL -> trueCondition();
        };
    }

    private static Condition condition(TicketFilter it) {
        var condition = noCondition();
        condition = it.status() == null
                ? condition
                : condition.and(TICKET_.STATUS.eq(it.status().word()));
        condition = it.severity() == null ? condition : condition.and(TICKET_.SEVERITY.eq(it.severity()));
        condition = it.group() == null ? condition : condition.and(TICKET_.GROUP_NAME.eq(it.group()));
        condition = it.agent() == null
                ? condition
                : condition.and(TICKET_.AGENT.eq(it.agent().value()));
        return it.requester() == null
                ? condition
                : condition.and(TICKET_.REQUESTER.eq(it.requester().value()));
    }

    private static List<Ticket> breaksFirst(
            SelectConditionStep<TicketRecord> wanted, @Nullable QueueCursor after, int limit) {
        var page = after == null
                ? wanted
                : wanted.and(row(TICKET_.BREAKS_AT, TICKET_.NUMBER)
                        .gt(after.at(), after.number().value()));
        return page.orderBy(TICKET_.BREAKS_AT, TICKET_.NUMBER).limit(limit).fetch(Tickets::read);
    }

    private static List<Ticket> latestFirst(
            SelectConditionStep<TicketRecord> wanted, @Nullable QueueCursor after, int limit) {
        var page = after == null
                ? wanted
                : wanted.and(row(TICKET_.CHANGED_AT, TICKET_.NUMBER)
                        .lt(after.at(), after.number().value()));
        return page.orderBy(TICKET_.CHANGED_AT.desc(), TICKET_.NUMBER.desc())
                .limit(limit)
                .fetch(Tickets::read);
    }

    private static List<Ticket> newestFirst(
            SelectConditionStep<TicketRecord> wanted, @Nullable TicketNumber before, int limit) {
        var page = before == null ? wanted : wanted.and(TICKET_.NUMBER.lt(before.value()));
        return page.orderBy(TICKET_.NUMBER.desc()).limit(limit).fetch(Tickets::read);
    }
}
