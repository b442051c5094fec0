package threeline.desk.intake.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import threeline.desk.database.Database;

/**
 * While the database is away, programs are told when to come back, and what they asked for then was not done. A desk of its
 * own, so that nobody else's database is away.
 */
@TestPropertySource(properties = "threeline.database.connections=4")
class DatabaseAwayTest extends ApiDesk {

    @Autowired
    Database database;

    @AfterEach
    void back() throws SQLException {
        root("alter database %s allow_connections true".formatted(name()));
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> program.get("/tickets").status() == 200);
    }

    @Test
    void programs_are_told_when_to_come_back_and_nothing_is_done_meanwhile() throws SQLException {
        assertThat(program.get("/tickets").status()).isEqualTo(200);
        var key = UUID.randomUUID().toString();
        root("alter database %s allow_connections false".formatted(name()));
        root("select pg_terminate_backend(pid) from pg_stat_activity where datname = '%s'".formatted(name()));
        for (var each = 0; each < 4; each++) { // as many as there are connections: each is given back
            var read = program.get("/tickets");
            assertThat(read.status()).isEqualTo(503);
            assertThat(read.header("Retry-After")).isEqualTo("10");
        }
        var written = program.post("/tickets", TICKET, "Idempotency-Key", key);
        assertThat(written.status()).isEqualTo(503);
        assertThat(written.header("Content-Type")).isEqualTo(ProblemJson.MEDIA_TYPE);
        back();
        assertThat(program.post("/tickets", TICKET, "Idempotency-Key", key).status())
                .isEqualTo(201);
        assertThat(program.get("/tickets").json().at("/items")).hasSize(1);
    }

    String name() {
        return database.url().replaceFirst(".*/", "").replaceFirst("\\?.*", "");
    }

    void root(String command) throws SQLException {
        var root = new PGSimpleDataSource();
        root.setURL(database.url().replaceFirst("/[^/]*$", "/postgres"));
        root.setUser("postgres");
        try (var connection = root.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(command);
        }
    }
}
