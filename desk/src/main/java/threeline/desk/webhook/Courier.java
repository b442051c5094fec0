package threeline.desk.webhook;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.springframework.stereotype.Component;
import threeline.desk.mail.Inside;

/**
 * Posts to where a desk's people say, and to nowhere inside: a name is looked up once, all that it means must be outside,
 * and the connection goes to the very address that was looked at. Of the answer only its first line is read, so nothing
 * leads on to elsewhere and nothing that stands there comes back. All together takes so long at most.
 */
@Component
class Courier {

    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final int LONGEST_LINE = 2000;
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([1-5]\\d{2})(?: .*)?");

    private final Inside inside;

    Courier(Inside inside) {
        this.inside = inside;
    }

    /** Gives the answer's status. */
    int post(Destination to, Map<String, String> headers, String body) throws IOException {
        var end = System.nanoTime() + PATIENCE.toNanos();
        try (var plain = new Socket()) {
            plain.connect(new InetSocketAddress(permitted(to.host()), to.port()), left(end));
            plain.setSoTimeout(left(end));
            try (var socket = to.isSecure() ? secured(plain, to) : plain) {
                var out = socket.getOutputStream();
                out.write(request(to, headers, body));
                out.flush();
                return status(socket, end);
            }
        }
    }

    private InetAddress permitted(String host) throws IOException {
        var all = InetAddress.getAllByName(host);
        for (var address : all) {
            if (!inside.permits(address)) {
                throw new IOException("%s is inside, and nothing is sent there".formatted(address.getHostAddress()));
            }
        }
        return all[0];
    }

    private static Socket secured(Socket plain, Destination to) throws IOException {
        var sockets = (SSLSocketFactory) SSLSocketFactory.getDefault();
        var socket = (SSLSocket) sockets.createSocket(plain, to.host(), to.port(), true);
        var parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    private static byte[] request(Destination to, Map<String, String> headers, String body) throws IOException {
        var bytes = body.getBytes(UTF_8);
        var head = new StringBuilder("POST %s HTTP/1.1\r\nHost: %s\r\n"
                .formatted(to.target(), to.uri().getRawAuthority()));
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        head.append(
                "User-Agent: Threeline\r\nContent-Type: application/json\r\nContent-Length: %d\r\nConnection: close\r\n\r\n"
                        .formatted(bytes.length));
        var all = new ByteArrayOutputStream();
        all.write(head.toString().getBytes(ISO_8859_1));
        all.write(bytes);
        return all.toByteArray();
    }

    private static int status(Socket socket, long end) throws IOException {
        var line = new StringBuilder();
        var in = socket.getInputStream();
        while (line.length() < LONGEST_LINE) {
            socket.setSoTimeout(left(end));
            var c = read(in);
            if (c == '\n') {
                break;
            }
            line.append((char) c);
        }
        var status = STATUS.matcher(line.toString().stripTrailing());
        if (!status.matches()) {
            throw new IOException("what answered is no web server");
        }
        return Integer.parseInt(status.group(1));
    }

    private static int read(InputStream in) throws IOException {
        var c = in.read();
        if (c < 0) {
            throw new EOFException("the connection was closed before an answer");
        }
        return c;
    }

    private static int left(long end) throws SocketTimeoutException {
        var millis = Duration.ofNanos(end - System.nanoTime()).toMillis();
        if (millis <= 0) {
            throw new SocketTimeoutException("it took too long");
        }
        return Math.toIntExact(millis);
    }
}
