package threeline.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import threeline.desk.database.Database;
import threeline.desk.tenant.Tenant;

/**
 * What is left of somebody in any row of a desk, as one who has the database itself could read it.
 *
 * @param words in small letters
 */
public record Traces(Database database, List<String> words, List<String> tablesLeftOut) {

    public List<String> at(Tenant desk) throws SQLException {
        var found = new ArrayList<String>();
        var owner = database.owner();
        try (var connection = DriverManager.getConnection(database.url(), owner.role(), owner.password());
                var tables = connection.createStatement()) {
            var named = tables.executeQuery("select table_schema, table_name from information_schema.columns"
                    + " where column_name = 'tenant' and table_schema not like 'pg%'");
            while (named.next()) {
                var table = named.getString(1) + "." + named.getString(2);
                if (!tablesLeftOut.contains(table)) {
                    try (var rows = connection.createStatement()) {
                        var all = rows.executeQuery(
                                "select t::text from %s t where t.tenant = '%s'".formatted(table, desk.id()));
                        while (all.next()) {
                            look(table, all.getString(1).toLowerCase(Locale.ROOT), found);
                        }
                    }
                }
            }
        }
        return found;
    }

    private void look(String table, String row, List<String> found) {
        words.stream()
                .filter(word -> asItMayStand(word).anyMatch(row::contains))
                .forEach(word -> found.add("%s in %s: %s"
                        .formatted(word, table, row.substring(0, Math.min(200, row.length())))));
    }

    /** As it is, and as bytes stand, with a small letter or a capital one first. */
    private static Stream<String> asItMayStand(String word) {
        return Stream.of(word, hex(word), hex(word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1)));
    }

    private static String hex(String word) {
        return HexFormat.of().formatHex(word.getBytes(UTF_8));
    }
}
