package threeline.desk.people.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import threeline.desk.people.Agent;
import threeline.desk.people.NewAgent;
import threeline.desk.people.Role;
import threeline.desk.ticket.NewMessage;

/** What streams say: that something happened, of which ticket only to who sees it, and never what. */
class LiveStreamTest extends DeskWithRequests {

    final List<Listening> open = new CopyOnWriteArrayList<>();

    @AfterEach
    void hang_up() {
        open.forEach(Listening::close);
    }

    /** Zammad CVE-2022-40816: the stream's filter was weaker than the pages'. */
    @Test
    void cve_2022_40816_a_stream_names_tickets_to_who_sees_them_and_words_to_nobody() {
        var ada = hires("ada", Role.AGENT, null);
        hires("oz", Role.AGENT, "Another");
        hires("aud", Role.AUDITOR, null);
        var inside = List.of(listens(signedIn("ada"), ""), listens(signedIn("aud"), ""));
        var outside = listens(signedIn("oz"), "");
        var foreign = foreign();
        var ticket = asked(ann);
        tenant.run(() -> desk.note(ticket, NewMessage.of("zqcanary on this ticket"), ada.id()));
        inside.forEach(it -> await().until(() -> it.data().contains(ticket.toString())));
        await().until(() -> outside.lines.contains("event: news"));
        assertThat(outside.data()).as("to who sees none of it").isBlank();
        assertThat(foreign.lines).as("at another desk").doesNotContain("event: news");
        assertThat(open).allSatisfy(it -> assertThat(it.text()).doesNotContain("zqcanary", "Ann", "Acme", "Look"));
    }

    /** Whatever stands in the address: a stream is of its session's desk and person alone. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "?ticket=1&desk=%s",
                "?tenant=%s&organization=1",
                "?topics=tickets,agents&sees=all",
                "?agent=1&Last-Event-ID=0",
            })
    void nothing_in_its_address_widens_a_stream(String query) {
        hires("oz", Role.AGENT, "Another");
        var outside = listens(signedIn("oz"), query.replace("%s", tenant.slug()));
        var foreign = foreign();
        asked(ann);
        await().until(() -> outside.lines.contains("event: news"));
        assertThat(outside.data()).isBlank();
        assertThat(foreign.lines).doesNotContain("event: news");
    }

    Listening foreign() {
        var slug = "far-" + unique;
        var far = tenants.add(slug, "Far");
        far.run(() -> {
            charters.putInForce(
                    "desk: Far\nprefix: FAR\nzone: UTC\nseverities:\n  normal: { means: Anything }\n", "t", "first");
            hiresAt(slug);
        });
        var visitor = new Visitor(port);
        visitor.signIn(slug, "ada@" + slug + ".example", PASSWORD);
        return listens("/" + slug, visitor, "");
    }

    Agent hiresAt(String slug) {
        return agents.add(new NewAgent(
                "ada", "ada@" + slug + ".example", Role.ADMIN, java.util.Set.of(), passwords.hash(PASSWORD)));
    }

    Listening listens(Visitor visitor, String query) {
        return listens(path(""), visitor, query);
    }

    Listening listens(String at, Visitor visitor, String query) {
        var listening = new Listening(visitor, at + "/live" + query);
        open.add(listening);
        await().until(() -> listening.lines.contains(": welcome"));
        return listening;
    }

    /** An open stream, and what it has said so far. */
    static final class Listening {

        final List<String> lines = new CopyOnWriteArrayList<>();
        final Thread thread;

        Listening(Visitor visitor, String path) {
            var cookies = visitor.cookies.entrySet().stream()
                    .map(it -> it.getKey() + "=" + it.getValue())
                    .collect(Collectors.joining("; "));
            var request = HttpRequest.newBuilder(URI.create(visitor.base + path))
                    .header("Accept", "text/event-stream")
                    .header("Cookie", cookies)
                    .build();
            thread = Thread.ofVirtual().start(() -> read(request));
        }

        void read(HttpRequest request) {
            try {
                Visitor.HTTP.send(request, BodyHandlers.ofLines()).body().forEach(lines::add);
            } catch (java.io.IOException | java.io.UncheckedIOException | InterruptedException over) {
                // it was closed
            }
        }

        String data() {
            return lines.stream()
                    .filter(it -> it.startsWith("data:"))
                    .map(it -> it.substring("data:".length()))
                    .collect(Collectors.joining());
        }

        String text() {
            return String.join("\n", lines);
        }

        void close() {
            thread.interrupt();
        }
    }
}
