package threeline.testing;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Comparator;
import org.junit.jupiter.api.Assumptions;

/**
 * Debian's Postfix with a queue of its own. It takes mail at three ports and brings it to the desk by three ways: by SMTP, by
 * LMTP, and through a pipe to our command. What the desk can't take it brings again within a second or two.
 */
public final class Postfix implements AutoCloseable {

    private static final Path PROGRAM = Path.of("/usr/sbin/postfix");

    private final Path folder;
    private final Process process;
    private final int[] ports;

    /** By which way it brings mail. */
    public enum By {
        SMTP,
        LMTP,
        PIPE
    }

    private Postfix(Path folder, Process process, int[] ports) {
        this.folder = folder;
        this.process = process;
        this.ports = ports;
    }

    public int port(By way) {
        return ports[way.ordinal()];
    }

    /** One that brings mail to these ports of the desk; where it can't be had, the test is skipped; in CI only for those who are not root. */
    public static Postfix before(int smtp, int lmtp) {
        Assumptions.assumeTrue(
                System.getProperty("user.name").equals("root"),
                "Postfix is started by root alone: its master gives each of its programs another user");
        Assumptions.assumeTrue(
                Files.exists(PROGRAM) || System.getenv("CI") != null,
                "Postfix is not installed (Debian: apt-get install postfix)");
        try {
            return started(smtp, lmtp);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Postfix started(int smtp, int lmtp) throws IOException {
        var folder = Files.createTempDirectory("postfix");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        var ports = new int[] {Dovecot.freePort(), Dovecot.freePort(), Dovecot.freePort()};
        for (var it : new String[] {"queue", "data"}) {
            Files.createDirectory(folder.resolve(it));
        }
        run("chown", "postfix", folder.resolve("data").toString());
        Files.writeString(folder.resolve("main.cf"), main(folder));
        Files.writeString(folder.resolve("master.cf"), master(ports, smtp, lmtp));
        var process = new ProcessBuilder(PROGRAM.toString(), "-c", folder.toString(), "start-fg")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out").toFile())
                .start();
        var postfix = new Postfix(folder, process, ports);
        Runtime.getRuntime().addShutdownHook(new Thread(postfix::close));
        await().atMost(Duration.ofSeconds(60)).ignoreExceptions().until(() -> answers(ports[0]));
        return postfix;
    }

    /** It looks at all of its mail anew; what it tried within the very second in which it failed, it would leave alone. */
    public void lookAgain() {
        try {
            run(PROGRAM.toString(), "-c", folder.toString(), "reload");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            run(PROGRAM.toString(), "-c", folder.toString(), "abort");
            process.destroy();
            process.waitFor();
            try (var files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder())
                        .forEach(it -> it.toFile().delete());
            }
        } catch (IOException | InterruptedException e) {
            // it is gone, or closed before
        }
    }

    private static void run(String... command) throws IOException {
        try {
            new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean answers(int port) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.getInputStream().read() == '2';
        }
    }

    private static String main(Path folder) {
        return """
                compatibility_level = 3.6
                queue_directory = %1$s/queue
                data_directory = %1$s/data
                maillog_file = %1$s/log
                maillog_file_prefixes = %1$s
                mail_owner = postfix
                setgid_group = postdrop
                command_directory = /usr/sbin
                daemon_directory = /usr/lib/postfix/sbin
                inet_interfaces = 127.0.0.1
                inet_protocols = ipv4
                myhostname = mta.example
                mydestination =
                mynetworks = 127.0.0.0/8
                alias_maps =
                alias_database =
                local_recipient_maps =
                disable_dns_lookups = yes
                smtpd_peername_lookup = no
                message_size_limit = 60000000
                mailbox_size_limit = 0
                queue_run_delay = 1s
                minimal_backoff_time = 3s
                maximal_backoff_time = 4s
                default_destination_concurrency_failed_cohort_limit = 0
                smtp_tls_security_level = none
                smtpd_forbid_bare_newline = normalize
                smtpd_forbid_bare_newline_exclusions =
                smtpd_relay_restrictions = permit_mynetworks, reject
                """.formatted(folder);
    }

    private static String master(int[] ports, int smtp, int lmtp) {
        var java = Path.of(System.getProperty("java.home"), "bin", "java");
        var classes = Path.of("target/classes").toAbsolutePath();
        return """
                127.0.0.1:%d inet n - n - - smtpd -o content_filter=smtp:[127.0.0.1]:%d
                127.0.0.1:%d inet n - n - - smtpd -o content_filter=lmtp:inet:[127.0.0.1]:%d
                127.0.0.1:%d inet n - n - - smtpd -o content_filter=desk:
                desk unix - n n - 4 pipe flags= user=nobody argv=%s -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp %s threeline.desk.intake.email.mailin.MailIn ${recipient} --from=${sender} --port=%d
                cleanup unix n - n - 0 cleanup
                qmgr unix n - n 300 1 qmgr
                rewrite unix - - n - - trivial-rewrite
                bounce unix - - n - 0 bounce
                defer unix - - n - 0 bounce
                trace unix - - n - 0 bounce
                proxymap unix - - n - - proxymap
                smtp unix - - n - - smtp
                relay unix - - n - - smtp
                lmtp unix - - n - - lmtp
                error unix - - n - - error
                retry unix - - n - - error
                discard unix - - n - - discard
                anvil unix - - n - 1 anvil
                scache unix - - n - 1 scache
                postlog unix-dgram n - n - 1 postlogd
                """.formatted(ports[0], smtp, ports[1], lmtp, ports[2], java, classes, smtp);
    }

    /** Whether the pipe's user, who is nobody, can run our command here. */
    public static boolean nobodyCanRun() {
        try {
            var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
            return new ProcessBuilder(
                                    "setpriv",
                                    "--reuid=nobody",
                                    "--clear-groups",
                                    "test",
                                    "-x",
                                    java,
                                    "-a",
                                    "-r",
                                    Path.of("target/classes").toAbsolutePath().toString())
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException | InterruptedException e) {
            return false;
        }
    }
}
