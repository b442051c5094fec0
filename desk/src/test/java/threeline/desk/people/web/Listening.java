package threeline.desk.people.web;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An open stream, and what it has said so far. */
final class Listening implements AutoCloseable {

    final List<String> lines = new CopyOnWriteArrayList<>();
    private final Thread thread;
    private volatile int status;

    Listening(Visitor visitor, String path) {
        this(visitor, path, Map.of());
    }

    Listening(Visitor visitor, String path, Map<String, String> headers) {
        var request = HttpRequest.newBuilder(URI.create(visitor.base + path)).header("Accept", "text/event-stream");
        headers.forEach(request::header);
        if (!visitor.cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    visitor.cookies.entrySet().stream()
                            .map(it -> it.getKey() + "=" + it.getValue())
                            .collect(Collectors.joining("; ")));
        }
        thread = Thread.ofVirtual().start(() -> read(request.build()));
    }

    private void read(HttpRequest request) {
        try {
            var answer = Visitor.HTTP.send(request, BodyHandlers.ofLines());
            status = answer.statusCode();
            answer.body().forEach(lines::add);
        } catch (IOException | UncheckedIOException | InterruptedException over) {
            // it was closed
        }
    }

    /** What was answered, once it was. */
    int status() {
        await().until(() -> status != 0);
        return status;
    }

    boolean isOver() {
        return !thread.isAlive();
    }

    Listening welcomed() {
        await().until(() -> lines.contains(": welcome"));
        return this;
    }

    /** The names of what it said that something happened to; an empty one stands for any. */
    Set<String> names() {
        return lines.stream()
                .filter(it -> it.startsWith("data: "))
                .flatMap(it -> Stream.of(it.substring("data: ".length()).split(",")))
                .collect(Collectors.toSet());
    }

    String text() {
        return String.join("\n", lines);
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
