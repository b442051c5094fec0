package threeline.desk.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pictures are fetched from outside alone, and only what is a picture is shown. */
class PicturesTest {

    static final byte[] PIXEL = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    final AtomicInteger asked = new AtomicInteger();
    HttpServer server;

    @BeforeEach
    void a_server_with_pictures_and_others() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        answers("/picture", 200, PIXEL);
        answers("/script", 200, "<svg onload=alert(1)>".getBytes(UTF_8));
        answers("/gone", 404, PIXEL);
        server.createContext("/moved", exchange -> {
            asked.incrementAndGet();
            exchange.getResponseHeaders().add("Location", "/picture");
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        var large = new byte[3 * 1024 * 1024];
        System.arraycopy(PIXEL, 0, large, 0, PIXEL.length);
        answers("/large", 200, large);
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    @Test
    void only_what_is_a_picture_of_lawful_size_at_that_very_place_is_had() {
        var allowed = new Pictures(new Inside(List.of("127.0.0.0/8")));
        var found = allowed.fetch(
                List.of(url("/picture"), url("/script"), url("/gone"), url("/moved"), url("/large"), "no address"));
        assertThat(found.keySet()).containsExactly(url("/picture"));
        assertThat(found.get(url("/picture")).type()).isEqualTo("image/png");
        allowed.destroy();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:%d/picture",
                "http://localhost:%d/picture",
                "http://2130706433:%d/picture",
                "http://0x7f000001:%d/picture",
                "http://127.1:%d/picture",
                "http://[::1]:%d/picture",
                "http://[::ffff:127.0.0.1]:%d/picture",
                "http://0.0.0.0:%d/picture",
                "http://user@127.0.0.1:%d/picture",
                "https://127.0.0.1:%d/picture",
                "http://169.254.169.254/latest/meta-data",
                "file:///etc/hostname",
                "ftp://127.0.0.1/x",
                "http:///x",
                "gopher://127.0.0.1:%d/_x"
            })
    void nothing_inside_is_asked(String address) {
        var strict = new Pictures(new Inside(List.of()));
        assertThat(strict.fetch(List.of(address.formatted(server.getAddress().getPort()))))
                .isEmpty();
        assertThat(asked).hasValue(0);
        strict.destroy();
    }

    private String url(String path) {
        return "http://127.0.0.1:%d%s".formatted(server.getAddress().getPort(), path);
    }

    private void answers(String path, int code, byte[] body) {
        server.createContext(path, exchange -> {
            asked.incrementAndGet();
            exchange.getResponseHeaders().add("Content-Type", "image/png");
            exchange.sendResponseHeaders(code, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }
}
