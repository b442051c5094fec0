package threeline.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A sending server, spoken by hand: says exactly what it is told to, right or wrong. */
public final class SmtpTalk implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 20_000;

    private final Socket socket;
    private final BufferedReader in;
    private final OutputStream out;

    public SmtpTalk(int port) {
        this(port, "");
    }

    /** {@code preamble} is said before anything else, as a proxy does. */
    public SmtpTalk(int port, String preamble) {
        try {
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setSoTimeout(PATIENCE_MILLIS);
            in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            out = socket.getOutputStream();
            out.write(preamble.getBytes(StandardCharsets.US_ASCII));
            reply();
            say("EHLO test.example");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Says a line, and gives the last line of the answer. */
    public String say(String line) {
        sayNothingBack((line + "\r\n").getBytes(StandardCharsets.UTF_8));
        return reply();
    }

    /** Sends bytes without waiting for an answer. */
    public void sayNothingBack(byte[] bytes) {
        try {
            out.write(bytes);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A whole mail from one to another; {@code raw} with line feeds only, which become whole line ends. */
    public String mail(String from, String to, String raw) {
        return mail(from, to, raw.replace("\r\n", "\n").replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    /** A whole mail; a refusal on the way is the answer. */
    public String mail(String from, String to, byte[] raw) {
        for (var line : new String[] {"MAIL FROM:<%s>".formatted(from), "RCPT TO:<%s>".formatted(to), "DATA"}) {
            var answer = say(line);
            if (!answer.startsWith("2") && !answer.startsWith("354")) {
                return answer;
            }
        }
        sayNothingBack(raw);
        return say("\r\n.");
    }

    /** The last line of the next answer; empty when there is nobody any more. */
    public String reply() {
        try {
            var line = in.readLine();
            while (line != null && line.length() > 3 && line.charAt(3) == '-') {
                line = in.readLine();
            }
            return line == null ? "" : line;
        } catch (IOException e) {
            return "";
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
