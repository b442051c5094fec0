package threeline.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;
import threeline.desk.database.Database;
import threeline.desk.database.Database.Login;

/** One PostgreSQL for the whole run, migrated once; every fresh database is a copy of that, made in some 25 ms. */
public final class TestPostgres {

    private static final Login OWNER = new Login("test_owner", "owner");
    private static final Login APP = new Login("test_app", "app");
    private static final String TEMPLATE = "migrated";
    private static final AtomicInteger COPIES = new AtomicInteger();
    private static final EmbeddedPostgres POSTGRES = started();

    private TestPostgres() {}

    /** A database of your own, as it is after the last migration. */
    public static Database fresh() {
        var name = "copy_" + COPIES.incrementAndGet();
        run("postgres", "create database %s template %s owner %s".formatted(name, TEMPLATE, OWNER.role()));
        return new Database(url(name), OWNER, APP);
    }

    /** Doors into a database for tests that need no Spring. */
    public static PGSimpleDataSource as(Login login, Database database) {
        var source = new PGSimpleDataSource();
        source.setURL(database.url());
        source.setUser(login.role());
        source.setPassword(login.password());
        return source;
    }

    private static EmbeddedPostgres started() {
        try {
            return prepared(EmbeddedPostgres.builder()
                    .setServerConfig("max_connections", "200")
                    .setServerConfig("jit", "off")
                    .setOutputRedirector(ProcessBuilder.Redirect.DISCARD)
                    .setErrorRedirector(ProcessBuilder.Redirect.DISCARD)
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static EmbeddedPostgres prepared(EmbeddedPostgres postgres) {
        run(postgres, "postgres", "create role test_owner login password 'owner'");
        run(postgres, "postgres", "create role test_app login password 'app'");
        run(postgres, "postgres", "create database %s owner test_owner".formatted(TEMPLATE));
        Flyway.configure()
                .dataSource(postgres.getJdbcUrl(OWNER.role(), TEMPLATE), OWNER.role(), OWNER.password())
                .placeholders(Map.of("app", APP.role()))
                .load()
                .migrate();
        return postgres;
    }

    private static String url(String database) {
        return "jdbc:postgresql://localhost:%d/%s".formatted(POSTGRES.getPort(), database);
    }

    private static void run(String database, String command) {
        run(POSTGRES, database, command);
    }

    private static void run(EmbeddedPostgres postgres, String database, String command) {
        try (var root = postgres.getDatabase("postgres", database).getConnection();
                var statement = root.createStatement()) {
            statement.execute(command);
        } catch (SQLException e) {
            throw new IllegalStateException(command, e);
        }
    }
}
