package threeline.desk.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.CRC32;
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
        answers("/picture", 200, (new String(PIXEL, ISO_8859_1) + "<script>alert(1)</script>").getBytes(ISO_8859_1));
        answers("/vast", 200, claimingToBe(50_000));
        answers("/broken", 200, Arrays.copyOf(PIXEL, 30));
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
        var found = allowed.fetch(List.of(
                url("/picture"),
                url("/script"),
                url("/gone"),
                url("/moved"),
                url("/large"),
                url("/vast"),
                url("/broken"),
                "no address"));
        assertThat(found.keySet()).containsExactly(url("/picture"));
        var picture = Objects.requireNonNull(found.get(url("/picture")));
        assertThat(picture.type()).isEqualTo("image/png");
        assertThat(new String(picture.content().bytes(), ISO_8859_1)).doesNotContain("<script>");
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
    }

    /** The same pixel, which says that it is so many wide and high. */
    private static byte[] claimingToBe(int side) {
        var vast = PIXEL.clone();
        var header = ByteBuffer.wrap(vast).putInt(16, side).putInt(20, side);
        var check = new CRC32();
        check.update(vast, 12, 17);
        header.putInt(29, (int) check.getValue());
        return vast;
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
