package threeline.desk.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import threeline.desk.database.Database.Login;

/** Our own PostgreSQL, really started, killed and started again. */
class PostgresServerTest {

    @TempDir
    Path folder;

    @Test
    void nobody_gets_in_without_a_password() {
        try (var server = PostgresServer.start(folder)) {
            var owner = Roles.madeIn(server).owner();
            assertThatThrownBy(() -> run(server, new Login(owner.role(), "guess"), "select 1"))
                    .hasMessageContaining("password authentication failed");
        }
    }

    @Test
    void it_keeps_what_it_committed_and_listens_on_loopback_only() throws SQLException {
        try (var server = PostgresServer.start(folder)) {
            assertThat(said(server, "fsync")).isEqualTo("on");
            assertThat(said(server, "synchronous_commit")).isEqualTo("on");
            assertThat(said(server, "full_page_writes")).isEqualTo("on");
            assertThat(said(server, "listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(said(server, "unix_socket_directories")).isEmpty();
        }
    }

    @Test
    void its_passwords_are_for_its_owner_alone() throws IOException {
        PostgresServer.start(folder).close();
        var rights = Files.getPosixFilePermissions(folder.resolve("database.properties"));
        assertThat(PosixFilePermissions.toString(rights)).isEqualTo("rw-------");
    }

    @Test
    void a_second_desk_on_the_folder_is_refused() {
        try (var _ = PostgresServer.start(folder)) {
            assertThatThrownBy(() -> PostgresServer.start(folder))
                    .isInstanceOf(Trouble.class)
                    .hasMessageContaining("another Threeline is running");
        }
    }

    @Test
    void a_killed_database_comes_back_with_all_it_had() throws Exception {
        try (var server = PostgresServer.start(folder)) {
            write(server);
            kill(postmaster());
        }
        thereIsStill("kept");
    }

    @Test
    void a_killed_desk_leaves_a_database_that_the_next_one_takes_over() throws Exception {
        var desk = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledDesk.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(desk.inputReader().readLine()).isEqualTo("written");
        var left = postmaster();
        desk.destroyForcibly().waitFor();
        assertThat(left.isAlive()).isTrue();
        thereIsStill("kept");
    }

    /** Writes, and waits to be killed. */
    static final class KilledDesk {

        public static void main(String[] arguments) throws Exception {
            write(PostgresServer.start(Path.of(arguments[0])));
            System.out.println("written");
            Thread.currentThread().join();
        }
    }

    private void thereIsStill(String text) throws SQLException {
        try (var server = PostgresServer.start(folder)) {
            assertThat(run(server, server.secrets().superuser(), "select text from it"))
                    .isEqualTo(text);
        }
    }

    private static void write(PostgresServer server) throws SQLException {
        var superuser = server.secrets().superuser();
        run(server, superuser, "create table it (text text); insert into it values ('kept') returning text");
    }

    private ProcessHandle postmaster() throws IOException {
        var number = Files.readAllLines(folder.resolve("data/postmaster.pid")).getFirst();
        return ProcessHandle.of(Long.parseLong(number.strip())).orElseThrow();
    }

    private static void kill(ProcessHandle process) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-9", "" + process.pid()).start().waitFor();
    }

    private static String said(PostgresServer server, String setting) throws SQLException {
        return run(server, server.secrets().superuser(), "show " + setting);
    }

    private static String run(PostgresServer server, Login login, String command) throws SQLException {
        try (var connection = DriverManager.getConnection(server.url("postgres"), login.role(), login.password());
                var statement = connection.createStatement()) {
            var rows = statement.execute(command);
            while (!rows) {
                rows = statement.getMoreResults();
            }
            statement.getResultSet().next();
            return statement.getResultSet().getString(1);
        }
    }
}
