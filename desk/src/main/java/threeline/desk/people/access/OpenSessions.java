package threeline.desk.people.access;

import static threeline.desk.db.people.Tables.SESSION;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.TableField;

/**
 * Sessions of one kind of people, in their table: begun, seen, listed and ended alike, whoever has them.
 *
 * @param owner whose each is
 * @param idle how long one lives unused
 * @param longest how long in any case
 */
record OpenSessions(DSLContext db, Table<?> table, TableField<?, Long> owner, Duration idle, Duration longest) {

    private static final Duration TOUCH_EVERY = Duration.ofMinutes(1);

    /** A new one of this owner's, with what is kept of it besides; what has run out at this desk is swept on the way. */
    Secret start(long whose, Origin origin, Map<Field<?>, ?> besides, Instant now) {
        var secret = Secret.random();
        db.deleteFrom(table)
                .where(at(SESSION.SEEN_AT)
                        .le(now.minus(idle))
                        .or(at(SESSION.STARTED_AT).le(now.minus(longest))))
                .execute();
        db.insertInto(table)
                .set(at(SESSION.HASH), secret.hash())
                .set(owner, whose)
                .set(at(SESSION.STARTED_AT), now)
                .set(at(SESSION.SEEN_AT), now)
                .set(at(SESSION.PLACE), origin.place())
                .set(at(SESSION.BROWSER), origin.browser())
                .set(besides)
                .execute();
        return secret;
    }

    /** Being seen is noted a minute apart. */
    void seen(byte[] hash, Instant before, Instant now) {
        if (before.plus(TOUCH_EVERY).isBefore(now)) {
            db.update(table)
                    .set(at(SESSION.SEEN_AT), now)
                    .where(at(SESSION.HASH).eq(hash))
                    .execute();
        }
    }

    Condition alive(Instant now) {
        return at(SESSION.SEEN_AT)
                .gt(now.minus(idle))
                .and(at(SESSION.STARTED_AT).gt(now.minus(longest)));
    }

    /** All of one owner's for which this holds, the last used first; {@code here} is the one that asks. */
    List<Session> of(long whose, Secret here, Condition open) {
        return db.select(
                        at(SESSION.ID),
                        at(SESSION.STARTED_AT),
                        at(SESSION.SEEN_AT),
                        at(SESSION.PLACE),
                        at(SESSION.BROWSER),
                        at(SESSION.HASH))
                .from(table)
                .where(owner.eq(whose), open)
                .orderBy(at(SESSION.SEEN_AT).desc(), at(SESSION.ID).desc())
                .fetch(row -> session(row, here));
    }

    private Session session(Record row, Secret here) {
        return new Session(
                row.get(at(SESSION.ID)),
                row.get(at(SESSION.STARTED_AT)),
                row.get(at(SESSION.SEEN_AT)),
                new Origin(row.get(at(SESSION.PLACE)), row.get(at(SESSION.BROWSER))),
                Arrays.equals(row.get(at(SESSION.HASH)), here.hash()));
    }

    void end(Secret secret) {
        db.deleteFrom(table).where(at(SESSION.HASH).eq(secret.hash())).execute();
    }

    /** Ends one of an owner's own; another's is not found. */
    void end(long whose, long id) {
        db.deleteFrom(table).where(at(SESSION.ID).eq(id), owner.eq(whose)).execute();
    }

    void endOthers(long whose, Secret here) {
        db.deleteFrom(table)
                .where(owner.eq(whose), at(SESSION.HASH).ne(here.hash()))
                .execute();
    }

    /** What agents' sessions and requesters' call alike. */
    private <T> Field<T> at(Field<T> field) {
        return Objects.requireNonNull(table.field(field));
    }
}
