package threeline.desk.ticket;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import threeline.desk.content.Content;
import threeline.desk.tenant.Tenant;

/** A store like S3 beside the database: what is kept there comes back whole, for its own desk, and to nobody else. */
class FileStoreTest {

    static final InstantSource NOW = InstantSource.fixed(Instant.parse("2026-11-23T09:00:00Z"));
    static final byte[] BYTES = "what stands in a file".getBytes(UTF_8);

    final Tenant desk = new Tenant(UUID.randomUUID(), "one", "One");
    final Tenant foreign = new Tenant(UUID.randomUUID(), "two", "Two");
    final Map<String, byte[]> objects = new ConcurrentHashMap<>();
    HttpServer server;

    @BeforeEach
    void a_store_that_asks_who_it_is() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/bucket/", this::answer);
        server.start();
    }

    @AfterEach
    void ends() {
        server.stop(0);
    }

    @Test
    void a_file_comes_back_as_it_was_kept_and_stands_by_desk_and_hash() {
        var store = store("secret");
        var sha = DigestUtils.sha256(BYTES);
        desk.run(() -> store.put(sha, Content.of(BYTES)));
        assertThat(desk.call(() -> read(store, sha, BYTES.length))).isEqualTo(BYTES);
        assertThat(objects)
                .hasSize(1)
                .allSatisfy((path, _) -> assertThat(path).matches("/bucket/%s/[0-9a-f]{64}".formatted(desk.id())));
        assertThatThrownBy(() -> foreign.call(() -> read(store, sha, BYTES.length)))
                .isInstanceOf(FileStore.Unwilling.class);
        store.destroy();
    }

    @Test
    void what_was_changed_there_is_not_given_out() {
        var store = store("secret");
        var sha = DigestUtils.sha256(BYTES);
        desk.run(() -> store.put(sha, Content.of(BYTES)));
        objects.replaceAll((_, _) -> "something else".getBytes(UTF_8));
        assertThatThrownBy(() -> desk.call(() -> read(store, sha, BYTES.length)))
                .hasMessageContaining("not the file");
        store.destroy();
    }

    @Test
    void a_large_file_passes_through_in_pieces_and_breaks_off_where_it_was_changed() throws IOException {
        var store = store("secret");
        var large = new byte[3 * Content.PIECE + 17];
        new Random(7).nextBytes(large);
        var sha = DigestUtils.sha256(large);
        desk.run(() -> store.put(sha, Content.of(large)));
        assertThat(desk.call(() -> read(store, sha, large.length))).isEqualTo(large);
        objects.replaceAll((_, bytes) -> {
            var changed = bytes.clone();
            changed[5] ^= 1;
            return changed;
        });
        try (var in = desk.call(() -> store.open(sha, large.length))) {
            assertThat(in.readNBytes(3 * Content.PIECE)).hasSize(3 * Content.PIECE);
            assertThatThrownBy(in::read).isInstanceOf(IOException.class);
        }
        objects.replaceAll((_, bytes) -> java.util.Arrays.copyOf(bytes, 1000));
        assertThatThrownBy(() -> desk.call(() -> read(store, sha, large.length)))
                .hasMessageContaining("not the file");
        store.destroy();
    }

    @Test
    void what_is_removed_is_gone() {
        var store = store("secret");
        var sha = DigestUtils.sha256(BYTES);
        desk.run(() -> store.put(sha, Content.of(BYTES)));
        desk.run(() -> store.remove(sha));
        assertThat(objects).isEmpty();
        store.destroy();
    }

    @Test
    void a_store_that_refuses_or_is_gone_keeps_nothing_and_says_so() {
        var wrong = store("another");
        var sha = DigestUtils.sha256(BYTES);
        assertThatThrownBy(() -> desk.run(() -> wrong.put(sha, Content.of(BYTES))))
                .hasMessageContaining("403");
        server.stop(0);
        assertThatThrownBy(() -> desk.run(() -> wrong.put(sha, Content.of(BYTES))))
                .hasMessageContaining("can't be reached");
        assertThat(objects).isEmpty();
        wrong.destroy();
    }

    /** Reckoned by another program (Python) from the words of the specification. */
    @Test
    void a_signature_is_what_the_specification_makes_of_it() {
        var headers = S3Signature.headers(
                new S3Signature.By("us-east-1", "AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"),
                new S3Signature.Matter("GET", URI.create("https://bucket.example/a"), DigestUtils.sha256(new byte[0])),
                Instant.parse("2015-08-30T12:36:00Z"));
        assertThat(headers.get("Authorization"))
                .endsWith("Signature=ec17d56d8fb5f5216863c1bb2e038b98b7a771a6a74fd2f7f1aee61d77722b85");
    }

    static byte[] read(FileStore store, byte[] sha, long size) {
        try (var in = store.open(sha, size)) {
            return in.readAllBytes();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    FileStore store(String secret) {
        var url = URI.create(
                "http://127.0.0.1:%d/bucket".formatted(server.getAddress().getPort()));
        return new FileStore(new FileStore.Settings(url, "eu-north-1", "somebody", secret), NOW);
    }

    void answer(HttpExchange exchange) throws IOException {
        var body = exchange.getRequestBody().readAllBytes();
        var path = exchange.getRequestURI().getPath();
        var url = URI.create("http://" + exchange.getRequestHeaders().getFirst("Host") + path);
        var expected = S3Signature.headers(
                new S3Signature.By("eu-north-1", "somebody", "secret"),
                new S3Signature.Matter(exchange.getRequestMethod(), url, DigestUtils.sha256(body)),
                NOW.instant());
        if (!expected.get("Authorization").equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            exchange.sendResponseHeaders(403, -1);
        } else if (exchange.getRequestMethod().equals("PUT")) {
            objects.put(path, body);
            exchange.sendResponseHeaders(200, -1);
        } else if (exchange.getRequestMethod().equals("DELETE")) {
            objects.remove(path);
            exchange.sendResponseHeaders(204, -1);
        } else if (objects.containsKey(path)) {
            exchange.sendResponseHeaders(200, objects.get(path).length);
            exchange.getResponseBody().write(objects.get(path));
        } else {
            exchange.sendResponseHeaders(404, -1);
        }
        exchange.close();
    }
}
