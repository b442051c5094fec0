package threeline.desk.mail;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import threeline.desk.content.Content;

/**
 * Fetches pictures that a mail shows and did not bring along, when an agent asks for them: from here, so that whoever sent
 * the mail learns nothing of who reads it. What is no picture is left out; servers inside are not asked.
 */
@Component
public class Pictures implements DisposableBean {

    private static final int MOST = 30;
    private static final int LARGEST = 2 * 1024 * 1024;
    private static final long LARGEST_OF_ALL = 10L * 1024 * 1024;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Inside inside;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    Pictures(Inside inside) {
        this.inside = inside;
    }

    /** Those that could be had, by the address that the mail calls them by. */
    public Map<String, Attachment> fetch(Collection<String> addresses) {
        var found = new ConcurrentHashMap<String, Attachment>();
        var left = new AtomicLong(LARGEST_OF_ALL);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            addresses.stream()
                    .limit(MOST)
                    .forEach(it -> threads.execute(() -> fetch(it, left).ifPresent(picture -> found.put(it, picture))));
        }
        return Map.copyOf(found);
    }

    private Optional<Attachment> fetch(String address, AtomicLong left) {
        try {
            var url = URI.create(address.strip());
            if (!isOutside(url)) {
                return Optional.empty();
            }
            var request = HttpRequest.newBuilder(url).timeout(PATIENCE).header("Accept", "image/*");
            var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            try (var body = answer.body()) {
                var bytes = body.readNBytes(LARGEST + 1);
                var fits = bytes.length <= LARGEST && left.addAndGet(-bytes.length) >= 0;
                return answer.statusCode() == 200 && fits
                        ? type(bytes).map(type -> new Attachment("picture", type, Content.of(bytes)))
                        : Optional.empty();
            }
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** The name means the same for the connection that follows: Java remembers it for half a minute. */
    private boolean isOutside(URI url) throws IOException {
        var web = "https".equals(url.getScheme()) || "http".equals(url.getScheme());
        return web
                && url.getHost() != null
                && url.getUserInfo() == null
                && Arrays.stream(InetAddress.getAllByName(url.getHost())).allMatch(inside::permits);
    }

    /** By how it begins, whatever its server says that it is. */
    private static Optional<String> type(byte[] bytes) {
        var start = new String(bytes, 0, Math.min(bytes.length, 12), StandardCharsets.ISO_8859_1);
        return List.of(
                        Map.entry("\u0089PNG\r\n\u001a\n", "image/png"),
                        Map.entry("\u00ff\u00d8\u00ff", "image/jpeg"),
                        Map.entry("GIF87a", "image/gif"),
                        Map.entry("GIF89a", "image/gif"))
                .stream()
                .filter(it -> start.startsWith(it.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .or(() -> start.startsWith("RIFF") && start.endsWith("WEBP")
                        ? Optional.of("image/webp")
                        : Optional.empty());
    }

    @Override
    public void destroy() {
        http.shutdownNow();
    }
}
