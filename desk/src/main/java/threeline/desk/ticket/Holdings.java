package threeline.desk.ticket;

import static org.jooq.impl.DSL.epoch;
import static org.jooq.impl.DSL.floor;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static threeline.desk.db.ticket.Tables.ENTRY;
import static threeline.desk.db.ticket.Tables.TICKET_;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What each group holds, and when it breaks: unresolved tickets alone. Nothing is counted without an end. */
@Component
@Transactional(readOnly = true)
public class Holdings {

    private static final Condition UNRESOLVED = TICKET_.STATUS.in(inline("open"), inline("held"));

    private static final String HANDED_OVER = "handed-over";

    /** A handover, and what leaves none to be accepted. */
    private static final List<String> TAKEN_UP =
            List.of(HANDED_OVER, "accepted", "replied", "routed", "escalated", "returned", "climbed", "resolved");

    private final DSLContext db;
    private final ListsAtRest atRest;

    Holdings(DSLContext db, ListsAtRest atRest) {
        this.db = db;
        this.atRest = atRest;
    }

    /** Which tickets: those held by one of these groups, on one of these tiers, of these severities; none named means any. */
    public record Wanted(Set<String> groups, Set<String> tiers, Set<String> severities) {

        public Wanted {
            groups = Set.copyOf(groups);
            tiers = Set.copyOf(tiers);
            severities = Set.copyOf(severities);
        }

        public static Wanted of(String group) {
            return ofGroups(Set.of(group));
        }

        public static Wanted ofGroups(Set<String> groups) {
            return new Wanted(groups, Set.of(), Set.of());
        }

        public static Wanted onTier(String tier) {
            return new Wanted(Set.of(), Set.of(tier), Set.of());
        }
    }

    /** Counted up to {@code most}. */
    public int count(Wanted wanted, int most) {
        return db.fetchCount(
                db.select(inline(1)).from(TICKET_).where(condition(wanted)).limit(most));
    }

    /** To be counted with others. */
    public Countable counting(Wanted wanted) {
        return new Countable(condition(wanted));
    }

    /** Those of the group's {@code most} next to break that were handed over to it and not taken up since. */
    public int unaccepted(String group, int most) {
        var held = db.select(TICKET_.NUMBER)
                .from(TICKET_)
                .where(condition(Wanted.of(group)))
                .orderBy(TICKET_.BREAKS_AT, TICKET_.NUMBER)
                .limit(most)
                .asTable("held");
        var last = DSL.select(ENTRY.KIND)
                .from(ENTRY)
                .where(ENTRY.TICKET.eq(held.field(TICKET_.NUMBER)), ENTRY.KIND.in(TAKEN_UP))
                .orderBy(ENTRY.ENTRY_.desc())
                .limit(1);
        return db.fetchCount(
                db.select(inline(1)).from(held).where(DSL.field(last).eq(HANDED_OVER)));
    }

    /** At most so many of them from the cursor on, what breaks next first. */
    public List<Ticket> breaksFirst(Wanted wanted, @Nullable QueueCursor after, int limit) {
        return atRest.list(new Page(wanted, after, limit), () -> readBreaksFirst(wanted, after, limit));
    }

    private record Page(Wanted wanted, @Nullable QueueCursor after, int limit) {}

    private List<Ticket> readBreaksFirst(Wanted wanted, @Nullable QueueCursor after, int limit) {
        var further = after == null
                ? noCondition()
                : row(TICKET_.BREAKS_AT, TICKET_.NUMBER)
                        .gt(after.at(), after.number().value());
        return db.selectFrom(TICKET_)
                .where(condition(wanted), further)
                .orderBy(TICKET_.BREAKS_AT, TICKET_.NUMBER)
                .limit(limit)
                .fetch(Tickets::read);
    }

    /** At most so many of them from the cursor on, what nobody has touched for longest first. */
    public List<Ticket> untouchedFirst(Wanted wanted, @Nullable QueueCursor after, int limit) {
        var further = after == null
                ? noCondition()
                : row(TICKET_.CHANGED_AT, TICKET_.NUMBER)
                        .gt(after.at(), after.number().value());
        return db.selectFrom(TICKET_)
                .where(condition(wanted), further)
                .orderBy(TICKET_.CHANGED_AT, TICKET_.NUMBER)
                .limit(limit)
                .fetch(Tickets::read);
    }

    /** So many tickets break within one step of time, the first of them then. */
    public record Breaking(Instant first, int tickets) {}

    /** What breaks from one instant until before another, put together by steps; looked for in so many tickets at most. */
    public List<Breaking> breaking(Instant from, Instant until, Duration step, int most) {
        var soonest = db.select(TICKET_.BREAKS_AT)
                .from(TICKET_)
                .where(UNRESOLVED, TICKET_.BREAKS_AT.ge(from), TICKET_.BREAKS_AT.lt(until))
                .orderBy(TICKET_.BREAKS_AT)
                .limit(most)
                .asTable("soonest");
        var at = soonest.field(TICKET_.BREAKS_AT);
        var bucket = floor(epoch(at).div(inline(step.toSeconds())));
        return db.select(min(at), DSL.count())
                .from(soonest)
                .groupBy(bucket)
                .orderBy(min(at))
                .fetch(row -> new Breaking(row.value1(), row.value2()));
    }

    private static Condition condition(Wanted it) {
        return UNRESOLVED
                .and(oneOf(TICKET_.GROUP_NAME, it.groups()))
                .and(oneOf(TICKET_.TIER, it.tiers()))
                .and(oneOf(TICKET_.SEVERITY, it.severities()));
    }

    private static Condition oneOf(Field<String> field, Set<String> words) {
        return switch (words.size()) {
            case 0 -> noCondition();
            case 1 -> field.eq(words.iterator().next());
            default -> field.in(words);
        };
    }
}
