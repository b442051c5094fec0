package threeline.desk.people.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import threeline.desk.tenant.Tenant;
import threeline.desk.ticket.NewMessage;
import threeline.desk.ticket.TicketNumber;

/**
 * Every stream, listened to by every kind of people while something happens to a ticket of their own organization, of
 * another and of another desk. What is expected follows from the one table; none of it is written by hand.
 */
class StreamMatrixTest extends DeskOfAllKinds {

    static final Pattern STREAMING = Pattern.compile(
            "TEXT_EVENT_STREAM|text/event-stream|SseEmitter|ResponseBodyEmitter|StreamingResponseBody|WebSocket|Flux<");

    /** They tell a browser that listens from one that asks for a page, and stream nothing. */
    static final Set<String> NO_STREAMS = Set.of("ToSignIn.java", "AuditInterceptor.java");

    final List<Heard> open = new ArrayList<>();

    record Heard(Endpoint stream, Caller caller, Listening listening) {

        boolean isServed() {
            var who = caller.actor();
            return who != null && caller.browser() != null && stream.isFor(who);
        }
    }

    @AfterEach
    void hang_up() {
        open.forEach(it -> it.listening().close());
    }

    @Test
    void every_stream_has_its_right_and_says_that_it_is_one() throws IOException {
        var streams = streams().toList();
        assertThat(streams.stream().map(Endpoint::path))
                .containsExactlyInAnyOrderElementsOf(StillSignedIn.STREAMS.keySet());
        try (var sources = Files.walk(Path.of("src/main/java"))) {
            var streaming = sources.filter(Files::isRegularFile)
                    .filter(it -> STREAMING.matcher(read(it)).find())
                    .map(it -> it.getFileName().toString())
                    .filter(it -> !NO_STREAMS.contains(it));
            assertThat(streaming)
                    .containsExactlyInAnyOrderElementsOf(streams.stream()
                            .map(it -> it.handler().getBeanType().getSimpleName() + ".java")
                            .toList());
        }
    }

    @Test
    void everybody_hears_what_the_table_says_and_nothing_else() {
        var callers = callers();
        streams().forEach(stream -> callers.forEach(it -> open.add(new Heard(stream, it, listens(stream, it)))));
        open.stream().filter(Heard::isServed).forEach(it -> it.listening().welcomed());
        open.stream().filter(it -> !it.isServed()).forEach(it -> await().until(it.listening()::isOver));
        somethingHappens(Owner.FOREIGN, foreign);
        somethingHappens(Owner.OTHER, tenant);
        somethingHappens(Owner.ACME, tenant);
        somethingHappens(Owner.ANN, tenant);
        open.forEach(this::hearsWhatTheySee);
        System.out.printf("listened %d times%n", open.size());
        assertThat(open).hasSizeGreaterThan(30);
        assertThat(open.stream().filter(Heard::isServed)).hasSizeGreaterThan(5);
    }

    /** Ann's ticket, last, is seen by all whom a stream serves: who has heard of it has heard of all before. */
    void hearsWhatTheySee(Heard it) {
        var listening = it.listening();
        if (it.isServed()) {
            await().until(() -> listening.names().contains(name(Owner.ANN)));
        }
        for (var owner : Owner.values()) {
            assertThat(listening.names().contains(name(owner)))
                    .as("%s to %s about %s: %s", it.stream().path(), it.caller().name(), owner, listening.names())
                    .isEqualTo(it.isServed() && it.caller().sees(owner));
        }
        assertThat(listening.names()).as("what is said is names alone").allMatch(name -> name.matches("(told-)?\\d+"));
        assertThat(listening.text()).doesNotContain("canary");
    }

    String name(Owner owner) {
        return String.valueOf(numbers.get(owner));
    }

    Stream<Endpoint> streams() {
        return Endpoint.all(mapping).filter(Endpoint::streams);
    }

    Listening listens(Endpoint stream, Caller caller) {
        var browser = caller.browser() == null ? new Visitor(port) : caller.browser();
        var headers = caller.token() == null
                ? java.util.Map.<String, String>of()
                : java.util.Map.of("Authorization", "Bearer " + caller.token());
        return new Listening(browser, "/" + tenant.slug() + stream.path(), headers);
    }

    void somethingHappens(Owner owner, Tenant at) {
        at.run(() -> {
            var author = agents.all().getFirst().id();
            desk.note(new TicketNumber(numbers.get(owner)), NewMessage.of(owner.canary()), author);
        });
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }
}
