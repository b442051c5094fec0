package threeline.desk.database;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import threeline.testing.TestPostgres;

/** The wall between tenants binds only a role that can neither pass nor own it, so the desk starts with no other. */
class RolesTest {

    final Database database = TestPostgres.fresh();

    @Test
    void the_application_may_work() {
        assertThatCode(() -> Roles.check(database)).doesNotThrowAnyException();
    }

    @Test
    void the_owner_may_not_be_the_application() {
        refused(new Database(database.url(), database.owner(), database.owner()), "two roles");
    }

    @Test
    void an_application_that_owns_a_table_is_refused() throws SQLException {
        as(database, "create schema theirs; grant all on schema theirs to test_app");
        as(new Database(database.url(), database.app(), database.app()), "create table theirs.it (id int)");
        refused(database, "owns something");
    }

    @Test
    void a_database_that_does_not_answer_is_named() {
        refused(
                new Database("jdbc:postgresql://127.0.0.1:1/none", database.owner(), database.app()),
                "does not answer");
    }

    static void refused(Database database, String why) {
        assertThatThrownBy(() -> Roles.check(database))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining(why);
    }

    static void as(Database database, String command) throws SQLException {
        try (var connection = TestPostgres.as(database.owner(), database).getConnection();
                var statement = connection.createStatement()) {
            statement.execute(command);
        }
    }
}
