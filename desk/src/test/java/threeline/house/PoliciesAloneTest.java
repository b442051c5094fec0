package threeline.house;

import static org.assertj.core.api.Assertions.assertThat;
import static threeline.desk.db.ticket.Tables.TICKET_;

import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import threeline.testing.PoliciesAlone;

/** Were our statements to forget the tenant, the policies would still keep two desks apart. */
@PoliciesAlone
class PoliciesAloneTest extends TwoDesks {

    @Autowired
    DSLContext db;

    @Test
    void our_statements_forget_the_tenant() {
        assertThat(db.selectOne().from(TICKET_).getSQL()).doesNotContain("tenant");
    }
}
