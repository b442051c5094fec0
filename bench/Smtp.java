import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** One SMTP connection that gives mail after mail, each answered with 250 before the next. */
final class Smtp implements AutoCloseable {

    private final Socket socket;
    private final BufferedReader in;
    private final OutputStream out;

    Smtp(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(30_000);
        in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
        out = socket.getOutputStream();
        expect("220", answer());
        say("EHLO bench.example\r\n", "250");
    }

    void give(String from, String to, String mail) throws IOException {
        say("MAIL FROM:<" + from + ">\r\n", "250");
        say("RCPT TO:<" + to + ">\r\n", "250");
        say("DATA\r\n", "354");
        say(mail + "\r\n.\r\n", "250");
    }

    private void say(String line, String expected) throws IOException {
        out.write(line.getBytes(StandardCharsets.UTF_8));
        expect(expected, answer());
    }

    private String answer() throws IOException {
        var line = in.readLine();
        while (line != null && line.length() > 3 && line.charAt(3) == '-') {
            line = in.readLine();
        }
        return String.valueOf(line);
    }

    private static void expect(String expected, String answer) throws IOException {
        if (!answer.startsWith(expected)) {
            throw new IOException(answer);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
