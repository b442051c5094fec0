package threeline.testing;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.core.env.Environment;

/** A desk in a process of its own, on the database of the tests, that may be killed or given little memory. */
public final class DeskProcess implements AutoCloseable {

    private static final List<String> DATABASE =
            List.of("url", "owner.role", "owner.password", "app.role", "app.password");

    private final int port;
    private final List<String> command;
    private Process process;

    private DeskProcess(int port, List<String> command) {
        this.port = port;
        this.command = command;
        this.process = started();
    }

    /**
     * Settings of the program, and of Java where they begin with {@code -D}. It takes mail at a port of its own, believes whoever
     * brings it, and has its mail leave by the tests' relay.
     */
    public static DeskProcess started(Environment environment, int megabytes, String... settings) {
        try {
            var port = Dovecot.freePort();
            var command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx%dm".formatted(megabytes),
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+ExitOnOutOfMemoryError"));
            Stream.of(settings).filter(it -> it.startsWith("-D")).forEach(command::add);
            command.addAll(List.of("-cp", System.getProperty("java.class.path"), "threeline.desk.Desk"));
            DATABASE.forEach(it -> command.add(
                    "--threeline.database.%s=%s".formatted(it, environment.getProperty("threeline.database." + it))));
            var usual = List.of(
                    "--server.port=0",
                    "--management.server.port=0",
                    "--threeline.smtp.port=" + port,
                    "--threeline.mail.identity.vouched=127.0.0.0/8",
                    "--threeline.mail.inside=127.0.0.0/8",
                    "--threeline.mail.relay.host=127.0.0.1",
                    "--threeline.mail.relay.port=" + TestRelay.port(),
                    "--threeline.folder=" + environment.getProperty("threeline.folder"),
                    "--logging.level.root=warn");
            usual.stream().filter(it -> isFree(it, settings)).forEach(command::add);
            Stream.of(settings).filter(it -> !it.startsWith("-D")).forEach(command::add);
            return new DeskProcess(port, command);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * One with a PostgreSQL of its own in that folder, and with the desk of {@code charters/procurement.yaml}. No file of theirs may
     * be larger than so many MB: where a limit is met, it is as if the disk were full. 0 is no limit.
     */
    public static DeskProcess withOwnDatabase(Path folder, int fileMegabytes) {
        try {
            var port = Dovecot.freePort();
            var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
            var desk = List.of(
                    java,
                    "-Xmx256m",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-cp",
                    System.getProperty("java.class.path"),
                    "threeline.desk.Desk",
                    "--threeline.folder=" + folder,
                    "--logging.level.root=warn");
            if (!Files.exists(folder.resolve("data"))) {
                add(desk, folder);
            }
            var limit = fileMegabytes == 0 ? "unlimited" : String.valueOf(fileMegabytes * 2048);
            var command = new ArrayList<>(List.of("sh", "-c", "ulimit -f %s; exec \"$0\" \"$@\"".formatted(limit)));
            command.addAll(desk);
            command.addAll(List.of(
                    "--server.port=0",
                    "--management.server.port=0",
                    "--threeline.smtp.port=" + port,
                    "--threeline.mail.identity.vouched=127.0.0.0/8"));
            return new DeskProcess(port, command);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void add(List<String> desk, Path folder) throws IOException {
        var command = new ArrayList<>(desk);
        command.addAll(List.of(
                "--spring.profiles.active=add-desk",
                "--charter=" + Path.of("../charters/procurement.yaml").toAbsolutePath(),
                "--admin=ada@procurement.example"));
        var log = Files.createDirectories(folder).resolve("add-desk.log").toFile();
        try {
            if (new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(log)
                            .start()
                            .waitFor()
                    != 0) {
                throw new IOException(Files.readString(log.toPath()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean isFree(String usual, String... settings) {
        var key = usual.substring(0, usual.indexOf('=') + 1);
        return Stream.of(settings).noneMatch(it -> it.startsWith(key));
    }

    /** Where it takes mail. */
    public int port() {
        return port;
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Ends it as a power cut would. */
    public void kill() {
        try {
            process.destroyForcibly().waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public void startAgain() {
        process = started();
        awaitUp();
    }

    public void awaitUp() {
        await().atMost(Duration.ofMinutes(4))
                .pollInterval(Duration.ofMillis(100))
                .ignoreExceptions()
                .until(() -> {
                    try (var talk = new SmtpTalk(port)) {
                        return talk.say("NOOP").startsWith("250");
                    }
                });
    }

    @Override
    public void close() {
        kill();
    }

    private Process started() {
        try {
            var log = Files.createDirectories(Path.of("target/desks")).resolve("desk-%d.log".formatted(port));
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
