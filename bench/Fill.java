import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Many tickets out of few: those that the load has made are copied below the desk, with all that hangs on them, under
 * new numbers, at other times and with other words. It reads the tables as they are, so that it need not know them.
 */
record Fill(Connection owner, String tenant, String ago) {

    /** A pronounceable word of so many, the low ones often: a vocabulary such as people use. */
    private static final String WORD = "bench_word((random() ^ 3 * 5000)::int)";

    private static final int SOURCES = 400;

    long to(long tickets) throws SQLException {
        run("create temp table source as select number, (row_number() over (order by number)) - 1 as place from (select number from ticket.ticket where tenant = '%s' order by number desc limit %d) newest"
                .formatted(tenant, SOURCES));
        var count = number("select count(*) from source");
        var copies = Math.max(1, (tickets - number("select count(*) from ticket.ticket")) / count);
        var top = number("select max(number) from source");
        run("""
            create function pg_temp.bench_word(n int) returns text language sql immutable as $$
                select string_agg(substr('bdfgklmnprst', 1 + (n / (12 ^ i)::int * 7 + i) %% 12, 1)
                    || substr('aeiou', 1 + (n / (5 ^ i)::int + i) %% 5, 1), '') from generate_series(0, 2) i $$""".replace("%%", "%"));
        run("create temp table copy as select s.number as source, %d + c * %d + s.place + 1 as number, c as copy, %s as ago from source s, generate_series(0, %d) c"
                .formatted(top, count, ago, copies - 1));
        run("create index on copy (source)");
        run("analyze copy");
        copy("ticket.ticket", "number");
        for (var table : tablesOf("ticket")) {
            copy(table, "ticket");
        }
        run("select setval('ticket.numbers_%s', (select max(number) from copy))".formatted(tenant.replace("-", "")));
        return number("select count(*) from ticket.ticket where tenant = '" + tenant + "'");
    }

    private List<String> tablesOf(String column) throws SQLException {
        return strings("""
            select c.table_schema || '.' || c.table_name from information_schema.columns c
            join information_schema.tables t using (table_schema, table_name)
            where t.table_type = 'BASE TABLE' and c.column_name = '%s' and c.table_schema in ('ticket', 'timekeeping', 'intake', 'notification')
            and c.data_type = 'bigint' order by c.table_name <> 'entry', 1""".formatted(column));
    }

    private void copy(String table, String key) throws SQLException {
        var columns = new ArrayList<String>();
        var values = new ArrayList<String>();
        for (var column : strings("""
                select column_name || ':' || data_type from information_schema.columns
                where table_schema || '.' || table_name = '%s' and is_generated = 'NEVER' and is_identity = 'NO'
                order by ordinal_position""".formatted(table))) {
            var name = column.replaceFirst(":.*", "");
            columns.add(name);
            values.add(value(table, key, name, column.replaceFirst(".*:", "")));
        }
        run("insert into %s (%s) select %s from %s t join copy on copy.source = t.%s where t.tenant = '%s' order by copy.number"
                .formatted(table, String.join(", ", columns), String.join(", ", values), table, key, tenant));
    }

    /** Of all desks' tickets most are long done: those not open now move back by up to two years, the others by hours. */
    private String value(String table, String key, String name, String type) {
        if (name.equals(key)) {
            return "copy.number";
        }
        if (table.equals("ticket.ticket") && name.equals("wake_at")) {
            return "null";
        }
        if (type.startsWith("timestamp") && !name.equals("breaks_at")) {
            return "t.%s - copy.ago".formatted(name);
        }
        if (name.equals("subject") || name.equals("text")) {
            return "t.%s || ' ' || pg_temp.%s || ' ' || pg_temp.%s || ' ' || pg_temp.%s".formatted(name, WORD, WORD, WORD);
        }
        return "t." + name;
    }

    private void run(String command) throws SQLException {
        try (var statement = owner.createStatement()) {
            statement.execute(command);
        }
    }

    private long number(String question) throws SQLException {
        return Long.parseLong(strings(question).getFirst());
    }

    private List<String> strings(String question) throws SQLException {
        try (var statement = owner.createStatement(); var rows = statement.executeQuery(question)) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }
}
