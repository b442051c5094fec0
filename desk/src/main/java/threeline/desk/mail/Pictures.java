package threeline.desk.mail;

import java.io.IOException;
import java.net.URI;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;
import threeline.desk.content.Content;

/**
 * Fetches pictures that a mail shows and did not bring along, when an agent asks for them: from here, so that whoever sent
 * the mail learns nothing of who reads it. What is no picture is left out, and what is one is drawn anew; servers inside
 * are not asked.
 */
@Component
public class Pictures {

    private static final int MOST = 30;
    private static final int LARGEST = 2 * 1024 * 1024;
    private static final long LARGEST_OF_ALL = 10L * 1024 * 1024;

    private final OutsideWeb web;

    Pictures(Inside inside) {
        this.web = new OutsideWeb(inside);
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
            return web.get(URI.create(address.strip()), LARGEST)
                    .filter(it -> left.addAndGet(-it.length) >= 0)
                    .flatMap(Redrawn::of)
                    .filter(it -> it.length <= SafeHtml.LARGEST_PICTURE)
                    .map(it -> new Attachment("picture", "image/png", Content.of(it)));
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
