package threeline.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import threeline.desk.database.Database;
import threeline.testing.TestPostgres;

/** The page on what a desk keeps has every table once, and says of each with a secret in it that it is one. */
class DataPageTest {

    static final String TABLES = """
            select table_schema || '.' || table_name from information_schema.tables
            where table_schema not in ('pg_catalog', 'information_schema', 'public') and table_type = 'BASE TABLE'""";

    /** Hashes of content and of the trail's lines let nobody in. */
    static final String WITH_SECRETS = """
            select distinct table_schema || '.' || table_name from information_schema.columns
            where table_schema not in ('pg_catalog', 'information_schema', 'public', 'audit')
              and column_name ~ '^(hash|token|secret|refresh|password|private_key)$'
              and table_name not in ('leaving')"""; // the hash of a token that was used

    static final Pattern ROW = Pattern.compile("(?m)^\\| ((?:`[a-z_.]+`(?:, )?)+) \\| ([^|]+) \\|");
    static final Pattern NAME = Pattern.compile("`([a-z_.]+)`");

    static final List<String> NAMED = new ArrayList<>();
    static final Map<String, String> LEVELS = new HashMap<>();

    @BeforeAll
    static void read() throws IOException {
        ROW.matcher(Files.readString(Path.of("../docs/data.md")))
                .results()
                .forEach(row -> NAME.matcher(row.group(1)).results().forEach(name -> {
                    NAMED.add(name.group(1));
                    LEVELS.put(name.group(1), row.group(2));
                }));
    }

    @Test
    void each_table_stands_on_the_page_once() throws SQLException {
        assertThat(NAMED).containsExactlyInAnyOrderElementsOf(asked(TABLES));
    }

    @Test
    void what_holds_secrets_is_said_to() throws SQLException {
        assertThat(asked(WITH_SECRETS))
                .isNotEmpty()
                .allSatisfy(it -> assertThat(LEVELS.get(it)).as(it).contains("secret"));
    }

    static List<String> asked(String question) throws SQLException {
        Database database = TestPostgres.fresh();
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
