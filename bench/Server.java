import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** The desk that is measured, with one tenant of ours in it: one that we start on a fresh folder and stop again. */
record Server(Process process, Path folder, int http, int management, int smtp, String desk, String password) implements AutoCloseable {

    static final String ADMIN = "bench@procurement.example";
    private static final Pattern PASSWORD = Pattern.compile("password:? +(\\S+)");

    static Server fresh(Path home) throws IOException, InterruptedException {
        return fresh(home, home.resolve("charters/procurement.yaml"));
    }

    /** With a desk of this charter, called like its file. */
    static Server fresh(Path home, Path charter) throws IOException, InterruptedException {
        return fresh(home, charter, List.of());
    }

    /** And with more options. */
    static Server fresh(Path home, Path charter, List<String> more) throws IOException, InterruptedException {
        var folder = Files.createTempDirectory("threeline-bench");
        var options = new java.util.ArrayList<>(List.of(
                "--threeline.folder=" + folder, "--server.address=127.0.0.1", "--server.port=" + freePort(),
                "--management.server.port=" + freePort(), "--threeline.smtp.port=" + freePort(), "--logging.level.root=warn",
                "--threeline.mail.identity.vouched=127.0.0.0/8")); // else all who write would be nobody in particular
        options.addAll(more);
        var desk = charter.getFileName().toString().replaceFirst("\\..*", "");
        var password = addDesk(home, charter, folder, options.getFirst());
        var command = new java.util.ArrayList<>(List.of(home.resolve("bin/threeline").toString(), "serve"));
        command.addAll(options);
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(folder.resolve("server.log").toFile());
        var process = builder.start();
        var server = new Server(process, folder, port(options.get(2)), port(options.get(3)), port(options.get(4)), desk, password);
        server.await();
        return server;
    }

    private static String addDesk(Path home, Path charter, Path folder, String folderOption) throws IOException, InterruptedException {
        var log = folder.resolve("add-desk.log");
        var adding = new ProcessBuilder(
                        home.resolve("bin/threeline").toString(), "add-desk",
                        charter.toString(), "--admin", ADMIN, folderOption)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        var failed = adding.waitFor() != 0;
        var said = Files.readString(log);
        var password = PASSWORD.matcher(said);
        if (failed || !password.find()) {
            throw new IOException("no desk could be added:\n" + said);
        }
        return password.group(1);
    }

    /** Where mail to the desk goes. */
    String address() throws IOException {
        try (var owner = owner(); var rows = owner.createStatement().executeQuery("select address from mail.mailbox limit 1")) {
            rows.next();
            return rows.getString(1);
        } catch (java.sql.SQLException e) {
            throw new IOException(e);
        }
    }

    private static int port(String option) {
        return Integer.parseInt(option.replaceFirst(".*=", ""));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void await() throws IOException, InterruptedException {
        for (var tries = 0; tries < 600; tries++) {
            if (!process.isAlive()) {
                throw new IOException("the desk does not start:\n" + Files.readString(folder.resolve("server.log")));
            }
            try (var http = new Http(management)) {
                if (http.get("/actuator/health").status() == 200) {
                    return;
                }
            } catch (IOException _) {
                // not yet
            }
            Thread.sleep(100);
        }
        throw new IOException("the desk does not answer");
    }

    /** The owner's door to the database, which no wall between tenants stands in. */
    Connection owner() throws IOException, java.sql.SQLException {
        var secrets = new Properties();
        try (var in = Files.newInputStream(folder.resolve("database.properties"))) {
            secrets.load(in);
        }
        var port = Files.readAllLines(folder.resolve("data/postmaster.pid")).get(3).strip();
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/threeline?reWriteBatchedInserts=true", "threeline_owner", secrets.getProperty("owner"));
    }

    /** What of the JVM is in memory, in MB. */
    long residentMegabytes() throws IOException {
        var status = Files.readAllLines(Path.of("/proc/" + process.pid() + "/status"));
        return status.stream().filter(it -> it.startsWith("VmRSS")).mapToLong(it -> Long.parseLong(it.replaceAll("\\D", ""))).sum() >> 10;
    }

    /** What the desk and its PostgreSQL have had of the processors so far. */
    double processorSeconds() throws IOException {
        var postmaster = Long.parseLong(Files.readAllLines(folder.resolve("data/postmaster.pid")).getFirst().strip());
        var ticks = 0L;
        try (var all = Files.list(Path.of("/proc"))) {
            for (var it : all.filter(one -> one.getFileName().toString().matches("\\d+")).toList()) {
                ticks += ticksOf(it.resolve("stat"), postmaster);
            }
        }
        return ticks / 100.0;
    }

    private long ticksOf(Path stat, long postmaster) {
        try {
            var fields = Files.readString(stat).replaceFirst(".*\\) ", "").split(" ");
            var pid = Long.parseLong(stat.getParent().getFileName().toString());
            var ours = pid == process.pid() || pid == postmaster || Long.parseLong(fields[1]) == postmaster;
            var own = Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
            return ours ? own + (pid == postmaster ? Long.parseLong(fields[13]) + Long.parseLong(fields[14]) : 0) : 0;
        } catch (IOException gone) {
            return 0;
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        try (var files = Files.walk(folder)) {
            files.sorted(java.util.Comparator.reverseOrder()).forEach(it -> it.toFile().delete());
        }
    }
}
