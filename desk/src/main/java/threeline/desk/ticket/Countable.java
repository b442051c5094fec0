package threeline.desk.ticket;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectCount;
import static threeline.desk.db.ticket.Tables.TICKET_;

import org.jooq.Condition;
import org.jooq.Field;

/** Tickets that are counted together with others, in one question. */
public final class Countable {

    private final Condition which;

    Countable(Condition which) {
        this.which = which;
    }

    Field<Integer> counted(int most) {
        return field(
                selectCount().from(select(inline(1)).from(TICKET_).where(which).limit(most)));
    }
}
