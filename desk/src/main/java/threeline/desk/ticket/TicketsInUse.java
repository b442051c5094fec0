package threeline.desk.ticket;

import static org.jooq.impl.DSL.arrayAgg;
import static org.jooq.impl.DSL.count;
import static threeline.desk.db.ticket.Tables.TICKET_;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.springframework.stereotype.Repository;
import threeline.desk.contract.Follower.InUse;
import threeline.promises.succession.Sort;

/** What unresolved tickets use of the charter. */
@Repository
class TicketsInUse {

    private static final int SHOWN = 20;

    private final DSLContext db;

    TicketsInUse(DSLContext db) {
        this.db = db;
    }

    int unresolved() {
        return db.fetchCount(TICKET_, Prepared.isUnresolved());
    }

    List<InUse> all() {
        return Stream.of(Sort.values())
                .flatMap(sort -> used(sort, column(sort)))
                .toList();
    }

    private static Field<String> column(Sort sort) {
        return switch (sort) {
            case SEVERITY -> TICKET_.SEVERITY;
            case TIER -> TICKET_.TIER;
            case GROUP -> TICKET_.GROUP_NAME;
            case CATEGORY -> TICKET_.CATEGORY;
        };
    }

    private Stream<InUse> used(Sort sort, Field<String> column) {
        return db
                .select(column, count(), arrayAgg(TICKET_.NUMBER).orderBy(TICKET_.NUMBER))
                .from(TICKET_)
                .where(Prepared.isUnresolved(), column.isNotNull(), column.ne(""))
                .groupBy(column)
                .fetch()
                .stream()
                .map(row -> new InUse(
                        sort,
                        row.value1(),
                        row.value2(),
                        Arrays.stream(row.value3()).limit(SHOWN).toList()));
    }
}
