package threeline.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import threeline.desk.database.Database;
import threeline.testing.TestPostgres;

/** Every table stands behind the wall between tenants, and its key begins with the tenant. */
class TenantWallTest {

    /** The directory of tenants itself, and what Flyway notes: nothing in them belongs to one tenant. */
    static final List<String> NO_TENANTS = List.of("tenant.tenant", "public.flyway_schema_history");

    /** Unique beyond one tenant, and why. */
    static final List<String> ACROSS_TENANTS =
            List.of("mail.mailbox mail.mailbox_address"); // a mail's address alone says whose it is

    static final String OURS = "n.nspname !~ '^(pg_|information_schema)'";

    static final String TABLES_WITHOUT_POLICY = """
            select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind in ('r', 'p') and %s and (not c.relrowsecurity or not exists (
                select from pg_policy p where p.polrelid = c.oid and p.polpermissive and p.polcmd = '*'
                    and pg_get_expr(p.polqual, c.oid) ~ '^\\(tenant = tenant\\.current\\(\\)\\)$'
                    and coalesce(pg_get_expr(p.polwithcheck, c.oid), pg_get_expr(p.polqual, c.oid))
                        ~ '^\\(tenant = tenant\\.current\\(\\)\\)$')) order by 1""".formatted(OURS);

    static final String KEYS_NOT_BEGINNING_WITH_TENANT = """
            select n.nspname || '.' || c.relname || ' ' || i.indexrelid::regclass from pg_index i
            join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace
            left join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
            where c.relkind in ('r', 'p') and i.indisunique and %s and a.attname is distinct from 'tenant' order by 1""".formatted(OURS);

    static final String POWERS_WITHOUT_A_FIXED_PATH = """
            select p.oid::regprocedure::text from pg_proc p join pg_namespace n on n.oid = p.pronamespace
            where p.prosecdef and %s and not coalesce(array_to_string(p.proconfig, ',') ~ 'search_path=', false)
            order by 1""".formatted(OURS);

    /** Tell the numbers of desks that have something to do, and nothing of it. */
    static final String SAYS_WHOSE_WORK_IS_DUE = "\\w+\\.tenants_with_\\w+\\(.*\\)";

    static final String COUNTS_FOR_THE_OPERATOR = "intake.letters_by_state()";

    /** Our own statements name the tenant by {@code TenantFilter}; what stands in the database has to by itself. */
    static final String FUNCTIONS_THAT_NAME_NO_TENANT = """
            select p.oid::regprocedure::text from pg_proc p join pg_namespace n on n.oid = p.pronamespace,
            lateral pg_get_functiondef(p.oid) as said
            where %s and p.prokind in ('f', 'p') and said ~* '(from|join|update|into)\\s+(only\\s+)?[a-z_]+\\.[a-z_]+'
                and said !~* 'tenant\\)?\\s*(=|,|is|do)' order by 1""".formatted(OURS);

    final Database database = TestPostgres.fresh();

    @Test
    void every_table_has_its_policy() throws SQLException {
        assertThat(asOwner(TABLES_WITHOUT_POLICY))
                .filteredOn(it -> !NO_TENANTS.contains(it))
                .isEmpty();
    }

    @Test
    void every_key_begins_with_the_tenant() throws SQLException {
        assertThat(asOwner(KEYS_NOT_BEGINNING_WITH_TENANT))
                .filteredOn(it -> NO_TENANTS.stream().noneMatch(it::startsWith))
                .filteredOn(it -> !ACROSS_TENANTS.contains(it))
                .isEmpty();
    }

    @Test
    void a_function_with_its_owners_powers_fixes_its_path() throws SQLException {
        assertThat(asOwner(POWERS_WITHOUT_A_FIXED_PATH)).isEmpty();
    }

    @Test
    void a_function_that_reads_a_table_names_the_tenant() throws SQLException {
        assertThat(asOwner(FUNCTIONS_THAT_NAME_NO_TENANT))
                .filteredOn(it -> !it.matches(SAYS_WHOSE_WORK_IS_DUE) && !it.equals(COUNTS_FOR_THE_OPERATOR))
                .isEmpty();
    }

    @Test
    void it_bites() throws SQLException {
        try (var owner = TestPostgres.as(database.owner(), database).getConnection()) {
            owner.createStatement().execute("create table tenant.bad (id bigint primary key)");
            owner.createStatement()
                    .execute("create function tenant.bad() returns int security definer language sql as 'select 1'");
        }
        assertThat(asOwner(TABLES_WITHOUT_POLICY)).contains("tenant.bad");
        assertThat(asOwner(KEYS_NOT_BEGINNING_WITH_TENANT)).contains("tenant.bad tenant.bad_pkey");
        assertThat(asOwner(POWERS_WITHOUT_A_FIXED_PATH)).contains("tenant.bad()");
    }

    List<String> asOwner(String question) throws SQLException {
        try (var connection = TestPostgres.as(database.owner(), database).getConnection();
                var rows = connection.createStatement().executeQuery(question)) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }
}
