package threeline.desk.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.deleteFrom;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static threeline.desk.db.tenant.Tables.TENANT_;
import static threeline.desk.db.ticket.Tables.ENTRY;
import static threeline.desk.db.ticket.Tables.SEARCH;
import static threeline.desk.db.ticket.Tables.TICKET_;

import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.jooq.SQLDialect;
import org.jooq.conf.ParamType;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConfiguration;
import org.junit.jupiter.api.Test;

class TenantFilterTest {

    static final Tenant OURS = new Tenant(new UUID(0, 7), "ours", "Ours");
    static final String IS_OURS = ".tenant = cast('00000000-0000-0000-0000-000000000007' as uuid)";
    static final String TICKETS = "(select * from ticket.ticket where ticket%s) as ticket".formatted(IS_OURS);
    static final String ENTRIES = "(select * from ticket.entry where entry%s) as entry".formatted(IS_OURS);

    final DSLContext db = filtered();

    static DSLContext filtered() {
        var jooq = new DefaultConfiguration();
        jooq.set(SQLDialect.POSTGRES);
        new TenantFilter().customize(jooq);
        return DSL.using(jooq);
    }

    @Test
    void what_is_read_is_the_tenants() {
        assertThat(said(db.select(TICKET_.SUBJECT).from(TICKET_).where(TICKET_.NUMBER.eq(3L))))
                .isEqualTo("select ticket.subject from %s where ticket.number = 3".formatted(TICKETS));
    }

    @Test
    void what_is_read_and_kept_for_us_is_the_tenants() {
        assertThat(said(db.select(TICKET_.SUBJECT)
                        .from(TICKET_)
                        .forUpdate()
                        .of(TICKET_)
                        .skipLocked()))
                .isEqualTo("select ticket.subject from %s for update of ticket skip locked".formatted(TICKETS));
    }

    @Test
    void each_table_is_the_tenants_where_several_are_joined() {
        var other = TICKET_.as("other");
        assertThat(said(db.selectOne()
                        .from(TICKET_)
                        .leftJoin(ENTRY)
                        .on(ENTRY.TICKET.eq(TICKET_.NUMBER))
                        .join(other)
                        .on(other.CONTINUES.eq(TICKET_.NUMBER))))
                .isEqualTo("select 1 from %s left outer join %s on entry.ticket = ticket.number"
                                .formatted(TICKETS, ENTRIES)
                        + " join (select * from ticket.ticket as other where other%s) as other".formatted(IS_OURS)
                        + " on other.continues = ticket.number");
    }

    @Test
    void what_is_asked_within_a_question_is_the_tenants() {
        assertThat(said(db.selectOne().whereExists(selectOne().from(ENTRY))))
                .isEqualTo("select 1 where exists (select 1 from %s)".formatted(ENTRIES));
        assertThat(said(db.with("gone")
                        .as(deleteFrom(ENTRY).returning(ENTRY.TICKET))
                        .select()
                        .from(name("gone"))))
                .contains("delete from ticket.entry where entry%s returning".formatted(IS_OURS));
    }

    @Test
    void what_is_changed_is_the_tenants() {
        assertThat(said(db.update(TICKET_).set(TICKET_.SUBJECT, "new").where(TICKET_.NUMBER.eq(3L))))
                .isEqualTo("update ticket.ticket set subject = 'new' where (ticket%s and ticket.number = 3)"
                        .formatted(IS_OURS));
        assertThat(said(db.update(TICKET_).set(TICKET_.SUBJECT, ENTRY.TEXT).from(ENTRY)))
                .isEqualTo("update ticket.ticket set subject = entry.text from %s where ticket%s"
                        .formatted(ENTRIES, IS_OURS));
    }

    @Test
    void what_is_removed_is_the_tenants() {
        assertThat(said(db.deleteFrom(TICKET_))).isEqualTo("delete from ticket.ticket where ticket" + IS_OURS);
        var old = TICKET_.as("old");
        assertThat(said(db.deleteFrom(old).using(ENTRY).where(ENTRY.TICKET.eq(old.NUMBER))))
                .isEqualTo("delete from ticket.ticket as old using %s where (old%s and entry.ticket = old.number)"
                        .formatted(ENTRIES, IS_OURS));
    }

    /** The database gives what is added its tenant, and its policy refuses any other. */
    @Test
    void what_is_added_is_as_it_was() {
        assertThat(said(db.insertInto(TICKET_, TICKET_.NUMBER)
                        .values(3L)
                        .onConflict(TICKET_.TENANT, TICKET_.NUMBER)
                        .doUpdate()
                        .set(TICKET_.NUMBER, excluded(TICKET_.NUMBER))
                        .where(TICKET_.NUMBER.lt(3L))))
                .isEqualTo("insert into ticket.ticket (number) values (3) on conflict (tenant, number)"
                        + " do update set number = excluded.number where ticket.number < 3");
        assertThat(said(db.insertInto(TICKET_, TICKET_.NUMBER)
                        .select(select(ENTRY.TICKET).from(ENTRY))))
                .isEqualTo("insert into ticket.ticket (number) select entry.ticket from " + ENTRIES);
    }

    @Test
    void what_belongs_to_no_tenant_is_as_it_was() {
        assertThat(said(db.selectOne().from(TENANT_))).isEqualTo("select 1 from tenant.tenant");
        assertThat(said(db.selectOne().from(SEARCH.call("words", null, 10)))).doesNotContain("where");
    }

    @Test
    void without_a_tenant_there_is_nothing() {
        assertThat(written(db.selectOne().from(ENTRY))).contains("where entry.tenant = cast(null as uuid)");
        assertThat(written(db.deleteFrom(ENTRY))).contains("where entry.tenant = cast(null as uuid)");
    }

    static String said(Query query) {
        return OURS.call(() -> written(query));
    }

    static String written(Query query) {
        return query.getSQL(ParamType.INLINED).replace("\"", "").replace(" as one", "");
    }
}
