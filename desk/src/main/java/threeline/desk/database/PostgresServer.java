package threeline.desk.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/** A PostgreSQL of our own: it listens on loopback only, asks for passwords, and what it commits stays. */
final class PostgresServer implements AutoCloseable {

    /** Modest in memory, safe on disk; the bench of docs/operators.md was run with these. */
    private static final Map<String, String> SETTINGS = Map.ofEntries(
            Map.entry("listen_addresses", "127.0.0.1"),
            Map.entry("unix_socket_directories", ""),
            Map.entry("password_encryption", "scram-sha-256"),
            Map.entry("fsync", "on"),
            Map.entry("synchronous_commit", "on"),
            Map.entry("full_page_writes", "on"),
            Map.entry("max_connections", "50"),
            Map.entry("shared_buffers", "192MB"),
            Map.entry("work_mem", "8MB"),
            Map.entry("maintenance_work_mem", "64MB"),
            Map.entry("effective_cache_size", "1GB"),
            Map.entry("random_page_cost", "1.1"),
            Map.entry("max_wal_size", "2GB"),
            Map.entry("checkpoint_timeout", "15min"),
            Map.entry("wal_compression", "pglz"),
            Map.entry("max_parallel_workers_per_gather", "0"),
            Map.entry("autovacuum_naptime", "20s"),
            Map.entry("jit", "off"),
            Map.entry("timezone", "UTC"),
            Map.entry("log_timezone", "UTC"));

    private static final int PORT_LINE = 3;

    private final DataFolder folder;
    private final Binaries binaries;
    private final Secrets secrets;
    private final int port;

    private PostgresServer(DataFolder folder, Binaries binaries, Secrets secrets, int port) {
        this.folder = folder;
        this.binaries = binaries;
        this.secrets = secrets;
        this.port = port;
    }

    /** Starts it in this folder, as new or with all it kept; one left behind by a desk that was killed is stopped first. */
    static PostgresServer start(Path path) {
        var folder = DataFolder.open(path);
        try {
            var server = new PostgresServer(folder, Binaries.unpackedIn(folder), Secrets.in(folder.path()), freePort());
            server.initialise();
            server.stop();
            server.run();
            return server;
        } catch (IOException | InterruptedException e) {
            folder.close();
            throw new Trouble("the database in %s does not start: %s".formatted(folder.path(), e.getMessage()), e);
        } catch (Trouble e) {
            folder.close();
            throw e;
        }
    }

    /** The database of a desk that runs on this folder in another process, if one does. */
    static Optional<Database> runningIn(Path folder) {
        try {
            if (!DataFolder.inUse(folder)) {
                return Optional.empty();
            }
            var port = Files.readAllLines(folder.resolve("data/postmaster.pid")).get(PORT_LINE);
            var secrets = Secrets.in(folder);
            return Optional.of(
                    new Database(url(Integer.parseInt(port.strip()), Roles.DATABASE), secrets.owner(), secrets.app()));
        } catch (IOException e) {
            throw new Trouble("the desk that runs on %s can't be joined: %s".formatted(folder, e.getMessage()), e);
        }
    }

    String url(String database) {
        return url(port, database);
    }

    private static String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
    }

    Secrets secrets() {
        return secrets;
    }

    private Path data() {
        return folder.resolve("data");
    }

    /** A folder half made is never taken for a whole one. */
    private void initialise() throws IOException, InterruptedException {
        if (Files.isDirectory(data())) {
            return;
        }
        var fresh = folder.resolve("initialising");
        var password = folder.resolve("initialising.password");
        FileSystemUtils.deleteRecursively(fresh);
        Files.writeString(password, secrets.superuser().password());
        try {
            perform(binaries.command(
                    "initdb",
                    "--pgdata=" + fresh,
                    "--username=" + secrets.superuser().role(),
                    "--pwfile=" + password,
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    "--locale-provider=builtin",
                    "--locale=C.UTF-8",
                    "--data-checksums",
                    "--no-instructions"));
        } finally {
            Files.delete(password);
        }
        Files.move(fresh, data(), StandardCopyOption.ATOMIC_MOVE);
    }

    private void run() throws IOException, InterruptedException {
        var lines = Stream.concat(
                SETTINGS.entrySet().stream().map(it -> "%s = '%s'".formatted(it.getKey(), it.getValue())),
                Stream.of("port = " + port));
        Files.write(data().resolve("postgresql.auto.conf"), lines.sorted().toList());
        perform(binaries.command(
                "pg_ctl", "start", "--wait", "--timeout=60", "--silent", "--pgdata=" + data(), "--log=" + log()));
    }

    /** Stops what runs on the folder; what a kill left undone is made good by PostgreSQL's recovery at the next start. */
    private void stop() throws IOException, InterruptedException {
        var file = data().resolve("postmaster.pid");
        if (Files.exists(file) && runs(file)) {
            stopRunning(file);
        }
        Files.deleteIfExists(file);
    }

    /** One that dies while it is being stopped, killed a moment ago, has stopped too. */
    private void stopRunning(Path file) throws IOException, InterruptedException {
        try {
            perform(binaries.command(
                    "pg_ctl", "stop", "--wait", "--timeout=60", "--silent", "--mode=fast", "--pgdata=" + data()));
        } catch (Trouble stillThere) {
            if (Files.exists(file) && runs(file)) {
                throw stillThere;
            }
        }
    }

    /** A number alone proves nothing: by now it may be another program's, or that of one which is no more than a number. */
    private static boolean runs(Path file) throws IOException {
        return ProcessHandle.of(
                        Long.parseLong(Files.readAllLines(file).getFirst().strip()))
                .flatMap(it -> it.info().command())
                .filter(it -> it.endsWith("/postgres"))
                .isPresent();
    }

    private Path log() {
        return folder.resolve("postgresql.log");
    }

    private void perform(List<String> command) throws IOException, InterruptedException {
        var said = folder.resolve("postgresql.start");
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        if (process.waitFor() != 0) {
            throw new Trouble("the database in %s does not start: %s".formatted(folder.path(), reason(said)));
        }
    }

    /** The last complaint in what was said and logged. */
    private String reason(Path said) throws IOException {
        for (var file : List.of(log(), said)) {
            if (Files.exists(file)) {
                var complaints = Files.readAllLines(file).stream()
                        .filter(line -> line.matches(".*(FATAL|PANIC|could not|error:|unshare:|No space|pg_ctl: ).*"))
                        .toList();
                if (!complaints.isEmpty()) {
                    return complaints.getLast();
                }
            }
        }
        return "see " + log();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        try {
            stop();
        } catch (IOException e) {
            throw new IllegalStateException("PostgreSQL in %s could not be stopped".formatted(folder.path()), e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            folder.close();
        }
    }
}
