package threeline.desk.intake.email.mailin;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A mail on standard input, given to the running desk as an MTA's pipe does it. What the desk can't take just now is
 * answered as such a pipe must: 75, and the MTA keeps the mail and tries again. Nothing is ever swallowed.
 */
public final class MailIn {

    static final int OK = 0;
    static final int USAGE = 64;
    static final int REFUSED = 65;
    static final int NO_SUCH_ADDRESS = 67;
    static final int LATER = 75;

    private static final int SHEET = 64 * 1024;
    private static final int PATIENCE_MILLIS = 60_000;

    private final Socket socket;
    private final BufferedReader answers;
    private final OutputStream out;

    private MailIn(Socket socket) throws IOException {
        this.socket = socket;
        this.answers = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        this.out = socket.getOutputStream();
    }

    public static void main(String[] arguments) {
        var recipients = new ArrayList<String>();
        var from = "";
        var port = 2525;
        for (var it : arguments) {
            if (it.startsWith("--from=")) {
                from = it.substring("--from=".length());
            } else if (it.startsWith("--port=")) {
                port = Integer.parseInt(it.substring("--port=".length()));
            } else {
                recipients.add(it);
            }
        }
        System.exit(recipients.isEmpty() ? usage() : give(port, from, recipients, System.in));
    }

    private static int usage() {
        System.err.println("usage: bin/threeline mail-in RECIPIENT... [--from=RETURN-PATH] [--port=2525] < MAIL");
        return USAGE;
    }

    static int give(int port, String from, List<String> recipients, InputStream mail) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), PATIENCE_MILLIS);
            socket.setSoTimeout(PATIENCE_MILLIS);
            return new MailIn(socket).give(from, recipients, mail);
        } catch (IOException e) {
            return said(LATER, "the desk does not answer: " + e.getMessage());
        }
    }

    private int give(String from, List<String> recipients, InputStream mail) throws IOException {
        var said = answer();
        var commands = new ArrayList<>(List.of("EHLO localhost", "MAIL FROM:<%s>".formatted(from)));
        recipients.forEach(it -> commands.add("RCPT TO:<%s>".formatted(it)));
        commands.add("DATA");
        for (var command : commands) {
            if (!said.startsWith("2")) {
                return judged(said, command);
            }
            out.write((command + "\r\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
            said = answer();
        }
        if (!said.startsWith("354")) {
            return judged(said, "DATA");
        }
        write(mail);
        said = answer();
        socket.shutdownOutput();
        return said.startsWith("2") ? OK : judged(said, "the text");
    }

    /** Only a plain no is a no; anything else may be otherwise later. */
    private static int judged(String said, String after) {
        if (said.startsWith("550")) {
            return said(NO_SUCH_ADDRESS, said);
        }
        return said(said.startsWith("5") ? REFUSED : LATER, "%s (to %s)".formatted(said, after));
    }

    private static int said(int status, String why) {
        System.err.println("threeline mail-in: " + why);
        return status;
    }

    private String answer() throws IOException {
        var line = answers.readLine();
        while (line != null && line.length() > 3 && line.charAt(3) == '-') {
            line = answers.readLine();
        }
        return line == null ? "" : line;
    }

    /** Whole line ends only, a dot before each dot that begins a line, and the dot that ends it. */
    static void onTheWire(InputStream mail, OutputStream wire) throws IOException {
        var before = '\n';
        for (var b = mail.read(); b >= 0; b = mail.read()) {
            if (b == '\r' || b == '\n') {
                if (b == '\r' || before != '\r') {
                    wire.write('\r');
                    wire.write('\n');
                }
            } else {
                if (b == '.' && (before == '\n' || before == '\r')) {
                    wire.write('.');
                }
                wire.write(b);
            }
            before = (char) b;
        }
        var atStart = before == '\n' || before == '\r';
        wire.write((atStart ? ".\r\n" : "\r\n.\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    private void write(InputStream mail) throws IOException {
        var wire = new BufferedOutputStream(out, SHEET);
        onTheWire(new BufferedInputStream(mail, SHEET), wire);
        wire.flush();
    }
}
