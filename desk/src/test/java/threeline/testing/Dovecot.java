package threeline.testing;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * Debian's Dovecot, as whoever runs the tests, on ports and in a folder of its own: a store that everybody's mail lies in,
 * with one password. It runs until the tests end.
 */
public final class Dovecot implements AutoCloseable {

    public static final String PASSWORD = "sesame";

    private static final Path PROGRAM = Path.of("/usr/sbin/dovecot");

    private final Path folder;
    private final int port;
    private final int encryptedPort;
    private final Process process;

    private Dovecot(Path folder, int port, int encryptedPort, Process process) {
        this.encryptedPort = encryptedPort;
        this.folder = folder;
        this.port = port;
        this.process = process;
    }

    /** The one that runs; where Dovecot is not installed, the test is skipped, but not in CI. */
    public static Dovecot running() {
        Assumptions.assumeTrue(
                Files.exists(PROGRAM) || System.getenv("CI") != null,
                "Dovecot is not installed (bin/test installs it where it may; Debian: apt-get install dovecot-imapd)");
        return Once.RUNNING;
    }

    private static final class Once {
        static final Dovecot RUNNING = started("");
    }

    public int port() {
        return port;
    }

    /** Where it encrypts from the start; 0 where it does not encrypt at all. */
    public int encryptedPort() {
        return encryptedPort;
    }

    /** Puts a mail into somebody's inbox. */
    public void deliver(String person, String mail) {
        deliver(person, mail.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    public void deliver(String person, byte[] mail) {
        try {
            var maildir = maildir(person);
            for (var it : List.of("tmp", "new", "cur")) {
                open(Files.createDirectories(maildir.resolve(it)));
            }
            open(maildir);
            var name = "%d.%s.test".formatted(System.nanoTime() / 1_000_000_000, UUID.randomUUID());
            Files.write(maildir.resolve("tmp").resolve(name), mail);
            Files.move(
                    maildir.resolve("tmp").resolve(name), maildir.resolve("new").resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many mails lie in one of somebody's folders; the inbox is {@code ""}. */
    public int count(String person, String folderName) {
        var place = folderName.isEmpty() ? maildir(person) : maildir(person).resolve("." + folderName);
        return files(place.resolve("new")) + files(place.resolve("cur"));
    }

    /** How many of the inbox are marked as read. */
    public int read(String person) {
        try (var files = Files.list(maildir(person).resolve("cur"))) {
            return (int) files.filter(it -> it.getFileName().toString().matches(".*:2,.*S.*"))
                    .count();
        } catch (IOException e) {
            return 0;
        }
    }

    /** Somebody's inbox numbers its messages anew. */
    public void forgetNumbers(String person) {
        try (var files = Files.list(maildir(person))) {
            for (var it : files.filter(it -> it.getFileName().toString().startsWith("dovecot"))
                    .toList()) {
                Files.deleteIfExists(it);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Dovecot serves nobody as root, so root's store is another user's. */
    private static void open(Path place) throws IOException {
        Files.setPosixFilePermissions(place, PosixFilePermissions.fromString("rwxrwxrwx"));
    }

    private Path maildir(String person) {
        return folder.resolve("mail").resolve(person);
    }

    private static int files(Path place) {
        try (var files = Files.list(place)) {
            return (int) files.count();
        } catch (IOException e) {
            return 0;
        }
    }

    /** One that lets people in by TLS alone, from the start or after STARTTLS. */
    public static Dovecot encrypting(Path certificate, Path key) {
        try {
            var port = freePort();
            return started(port, """
                    ssl = required
                    ssl_cert = <%s
                    ssl_key = <%s
                    disable_plaintext_auth = yes
                    service imap-login {
                      inet_listener imaps {
                        port = %d
                        ssl = yes
                      }
                    }
                    """.formatted(certificate, key, port));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With more lines of its settings. */
    public static Dovecot started(String more) {
        return started(0, more);
    }

    private static Dovecot started(int encryptedPort, String more) {
        try {
            var folder = Files.createTempDirectory("dovecot");
            open(folder);
            var port = freePort();
            Files.writeString(folder.resolve("dovecot.conf"), settings(folder, port) + more);
            open(Files.createDirectories(folder.resolve("mail")));
            var process = new ProcessBuilder(
                            PROGRAM.toString(),
                            "-F",
                            "-c",
                            folder.resolve("dovecot.conf").toString())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("out").toFile())
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(process, folder)));
            var dovecot = new Dovecot(folder, port, encryptedPort, process);
            await().ignoreExceptions().until(() -> answers(port));
            return dovecot;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        end(process, folder);
    }

    private static void end(Process process, Path folder) {
        process.destroy();
        try {
            process.waitFor();
            try (Stream<Path> files = Files.walk(folder)) {
                files.sorted(java.util.Comparator.reverseOrder())
                        .forEach(it -> it.toFile().delete());
            }
        } catch (IOException | InterruptedException e) {
            // what is left is in the folder for what is temporary
        }
    }

    private static boolean answers(int port) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.getInputStream().read() == '*';
        }
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static String settings(Path folder, int port) throws IOException {
        var me = System.getProperty("user.name");
        var root = me.equals("root");
        var uid = root ? "mail" : String.valueOf(Files.getAttribute(folder, "unix:uid"));
        var gid = root ? "mail" : String.valueOf(Files.getAttribute(folder, "unix:gid"));
        var asMe = root ? "" : """
                default_internal_user = %1$s
                default_internal_group = %2$s
                default_login_user = %1$s
                service anvil {
                  chroot =
                }
                """.formatted(me, gid);
        return """
                protocols = imap
                listen = 127.0.0.1
                base_dir = %1$s/run
                state_dir = %1$s/state
                log_path = %1$s/log
                ssl = no
                disable_plaintext_auth = no
                auth_mechanisms = plain login
                mail_location = maildir:%1$s/mail/%%u
                mail_uid = %2$s
                mail_gid = %3$s
                first_valid_uid = 1
                first_valid_gid = 1
                maildir_very_dirty_syncs = no
                mail_max_userip_connections = 50
                mailbox_list_index = no
                namespace inbox {
                  inbox = yes
                }
                passdb {
                  driver = static
                  mechanisms = plain login
                  args = password=%4$s
                }
                userdb {
                  driver = static
                  args = uid=%2$s gid=%3$s home=%1$s/mail/%%u
                }
                service imap-login {
                  chroot =
                  inet_listener imap {
                    port = %5$d
                  }
                  inet_listener imaps {
                    port = 0
                  }
                }
                %6$s
                """.formatted(folder, uid, gid, PASSWORD, port, asMe);
    }
}
