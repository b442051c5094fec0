package threeline.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.postgresql.util.PSQLException;

/** One desk lives; another, beside it, sees and changes nothing of it, through our code or below it. */
class TenantStoryTest extends TwoDesks {

    static final String WALLED = """
            select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind in ('r', 'p') and c.relrowsecurity and has_table_privilege(c.oid, 'select') order by 1""";

    @Test
    void the_other_sees_no_row_below_our_code() throws SQLException {
        var filled = 0;
        for (var table : walled()) {
            var question = "select count(*) from %s where tenant = '%s'".formatted(table, one.id());
            assertThat(asked(other.id(), question)).as(table).isEqualTo("0");
            assertThat(asked(null, "select count(*) from " + table)).as(table).isEqualTo("0");
            filled += asked(one.id(), question).equals("0") ? 0 : 1;
        }
        assertThat(filled).as("tables in which one has rows").isGreaterThan(6);
    }

    @Test
    void the_other_adds_no_row_to_one() throws SQLException {
        for (var table : walled()) {
            if (asked(one.id(), "select has_table_privilege('%s', 'insert')".formatted(table))
                    .equals("t")) {
                assertThatThrownBy(() -> asked(
                                other.id(),
                                "insert into %s (tenant) values ('%s') returning 1".formatted(table, one.id())))
                        .as(table)
                        .isInstanceOf(PSQLException.class)
                        .hasMessageContaining("row-level security");
            }
        }
    }

    List<String> walled() throws SQLException {
        try (var connection = database.getConnection();
                var rows = connection.createStatement().executeQuery(WALLED)) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }
}
