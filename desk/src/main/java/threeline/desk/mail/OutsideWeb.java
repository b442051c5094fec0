package threeline.desk.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * Asks web servers outside for one thing, and none inside: a name is looked up once, all that it means must be outside, and
 * the connection goes to the very address that was looked at. Nothing leads on to elsewhere, and all together takes so
 * long at most.
 */
final class OutsideWeb {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int LONGEST_HEADER = 16 * 1024;
    private static final int SHEET = 16 * 1024;

    private final Inside inside;

    OutsideWeb(Inside inside) {
        this.inside = inside;
    }

    /** Nothing where that is not there, or is larger than this. */
    Optional<byte[]> get(URI url, int most) throws IOException {
        var secure = "https".equals(url.getScheme());
        if (!secure && !"http".equals(url.getScheme()) || url.getHost() == null || url.getUserInfo() != null) {
            return Optional.empty();
        }
        var end = System.nanoTime() + PATIENCE.toNanos();
        var port = url.getPort() > 0 ? url.getPort() : secure ? 443 : 80;
        try (var plain = new Socket()) {
            plain.connect(new InetSocketAddress(permitted(url.getHost()), port), left(end));
            plain.setSoTimeout(left(end));
            try (var socket = secure ? secured(plain, url.getHost(), port) : plain) {
                socket.getOutputStream().write(request(url));
                return answer(socket, most, end);
            }
        }
    }

    private InetAddress permitted(String host) throws IOException {
        var all = InetAddress.getAllByName(host);
        for (var it : all) {
            if (!inside.permits(it)) {
                throw new IOException(it.getHostAddress() + " is inside");
            }
        }
        return all[0];
    }

    private static Socket secured(Socket plain, String host, int port) throws IOException {
        var socket =
                (SSLSocket) ((SSLSocketFactory) SSLSocketFactory.getDefault()).createSocket(plain, host, port, true);
        var parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    /** Of version 1.0, to which nobody answers in pieces. */
    private static byte[] request(URI url) {
        var path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        var target = url.getRawQuery() == null ? path : path + "?" + url.getRawQuery();
        return "GET %s HTTP/1.0\r\nHost: %s\r\nAccept: image/*\r\nUser-Agent: Threeline\r\nConnection: close\r\n\r\n"
                .formatted(target, url.getRawAuthority())
                .getBytes(ISO_8859_1);
    }

    private static Optional<byte[]> answer(Socket socket, int most, long end) throws IOException {
        var in = new BufferedInputStream(socket.getInputStream());
        var header = header(in, socket, end);
        if (!header.matches("(?s)HTTP/1\\.[01] 200 .*") || header.matches("(?si).*\ntransfer-encoding:.*")) {
            return Optional.empty();
        }
        var body = new java.io.ByteArrayOutputStream();
        var sheet = new byte[SHEET];
        for (var read = in.read(sheet); read > 0 && body.size() <= most; read = in.read(sheet)) {
            body.write(sheet, 0, read);
            socket.setSoTimeout(left(end));
        }
        return body.size() <= most ? Optional.of(body.toByteArray()) : Optional.empty();
    }

    private static String header(InputStream in, Socket socket, long end) throws IOException {
        var header = new StringBuilder();
        while (header.indexOf("\r\n\r\n") < 0 && header.length() < LONGEST_HEADER) {
            socket.setSoTimeout(left(end));
            var c = in.read();
            if (c < 0) {
                throw new EOFException("the connection was closed before an answer");
            }
            header.append((char) c);
        }
        return header.toString();
    }

    private static int left(long end) throws SocketTimeoutException {
        var millis = Duration.ofNanos(end - System.nanoTime()).toMillis();
        if (millis <= 0) {
            throw new SocketTimeoutException("it took too long");
        }
        return (int) millis;
    }
}
