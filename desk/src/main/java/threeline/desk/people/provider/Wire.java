package threeline.desk.people.provider;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import threeline.desk.mail.Inside;

/**
 * Asks where a desk's people say, and nowhere inside: a name is looked up once, all that it means must be outside, and the
 * connection goes to the very address that was looked at. No answer leads on to elsewhere; it is so long at most, and all
 * together takes so long at most. Without TLS only what the operator permits inside is asked.
 */
@Component
class Wire {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Inside inside;

    Wire(Inside inside) {
        this.inside = inside;
    }

    String get(URI from) throws IOException {
        return get(from, Map.of());
    }

    String get(URI from, Map<String, String> headers) throws IOException {
        return ask(from, "GET", headers, null);
    }

    String post(URI to, Map<String, String> headers, String form) throws IOException {
        return ask(to, "POST", headers, form);
    }

    private String ask(URI url, String method, Map<String, String> headers, @Nullable String form) throws IOException {
        var end = System.nanoTime() + PATIENCE.toNanos();
        if (url.getHost() == null || url.getRawUserInfo() != null) {
            throw new IOException("%s is no address of the web".formatted(url));
        }
        var secure = "https".equals(url.getScheme());
        var address = permitted(url, secure);
        try (var plain = new Socket()) {
            plain.connect(new InetSocketAddress(address, port(url, secure)), left(end));
            plain.setSoTimeout(left(end));
            try (var socket = secure ? secured(plain, host(url)) : plain) {
                socket.getOutputStream().write(request(url, method, headers, form));
                socket.getOutputStream().flush();
                return new WireAnswer(socket.getInputStream(), () -> socket.setSoTimeout(left(end))).body();
            }
        }
    }

    private InetAddress permitted(URI url, boolean secure) throws IOException {
        var all = InetAddress.getAllByName(host(url));
        for (var address : all) {
            if (!inside.permits(address)) {
                throw new IOException("%s is inside; the operator would have to permit it by threeline.mail.inside"
                        .formatted(address.getHostAddress()));
            }
        }
        if (!secure && !("http".equals(url.getScheme()) && all[0].isLoopbackAddress())) {
            throw new IOException("%s is not https".formatted(url));
        }
        return all[0];
    }

    private static Socket secured(Socket plain, String host) throws IOException {
        var sockets = (SSLSocketFactory) SSLSocketFactory.getDefault();
        var socket = (SSLSocket) sockets.createSocket(plain, host, plain.getPort(), true);
        var parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    private static byte[] request(URI url, String method, Map<String, String> headers, @Nullable String form)
            throws IOException {
        var path = url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        var target = url.getRawQuery() == null ? path : path + "?" + url.getRawQuery();
        var head = new StringBuilder("%s %s HTTP/1.1\r\nHost: %s\r\n".formatted(method, target, url.getRawAuthority()));
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        head.append("User-Agent: Threeline\r\nAccept: application/json\r\nConnection: close\r\n");
        var body = form == null ? new byte[0] : form.getBytes(UTF_8);
        if (form != null) {
            head.append(
                    "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: %d\r\n".formatted(body.length));
        }
        var all = new ByteArrayOutputStream();
        all.write(head.append("\r\n").toString().getBytes(ISO_8859_1));
        all.write(body);
        return all.toByteArray();
    }

    private static String host(URI url) {
        return url.getHost().replaceAll("^\\[|]$", "");
    }

    private static int port(URI url, boolean secure) {
        return url.getPort() >= 0 ? url.getPort() : secure ? 443 : 80;
    }

    private static int left(long end) throws SocketTimeoutException {
        var millis = Duration.ofNanos(end - System.nanoTime()).toMillis();
        if (millis <= 0) {
            throw new SocketTimeoutException("it took too long");
        }
        return Math.toIntExact(millis);
    }
}
