package threeline.desk.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalTime;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import threeline.desk.people.Agent;
import threeline.testing.DeskTest;
import threeline.testing.TestRelay;

/** Notices to agents end at one click in their mail program (RFC 8058); nobody else's do, and no look at the address ends any. */
@DeskTest
class OneClickTest extends AtADesk {

    private static final Pattern ADDRESS = Pattern.compile("List-Unsubscribe: <https://desks.example(/[^>]+)>\r\n");
    private static final HttpClient MAIL_PROGRAM = HttpClient.newHttpClient();

    @LocalServerPort
    int port;

    Agent tess;
    Agent theo;

    @BeforeEach
    void two_who_are_mailed_of_each_new_ticket() {
        opens("managed-it");
        tess = agent("Tess", "service-desk");
        theo = agent("Theo", "service-desk");
        tenant.run(() -> {
            var habit = new Habit(null, LocalTime.of(9, 0), Map.of(Matter.OPENED, Habit.Choice.MAIL));
            habits.keep(tess.id(), habit);
            habits.keep(theo.id(), habit);
        });
        open(requester("Ann", "acme"), "First");
    }

    @Test
    void one_click_ends_what_is_mailed_to_one_and_not_what_they_are_told_in_the_app() throws Exception {
        var path = address("Tess");
        assertThat(post(path)).isEqualTo(200);

        open(requester("Ben", "acme"), "Second");

        await().until(() -> TestRelay.mailsTo(mailOf("Theo")).size() == 2);
        await().until(() -> told(tess).size() == told(theo).size());
        assertThat(TestRelay.mailsTo(mailOf("Tess"))).hasSize(1);
        assertThat(habit(tess).choices()).containsEntry(Matter.OPENED, Habit.Choice.APP);
        assertThat(habit(theo).choices()).containsEntry(Matter.OPENED, Habit.Choice.MAIL);
    }

    @Test
    void a_look_at_the_address_ends_nothing_and_nor_does_anothers_key() throws Exception {
        var path = address("Tess");
        assertThat(send(path, HttpRequest.newBuilder().GET())).isEqualTo(302);
        assertThat(post(path.replace(
                        "/%d/".formatted(tess.id().value()),
                        "/%d/".formatted(theo.id().value()))))
                .isEqualTo(404);
        assertThat(post(path.substring(0, path.length() - 3) + "aaa")).isEqualTo(404);
        assertThat(habit(tess).choices()).containsEntry(Matter.OPENED, Habit.Choice.MAIL);
        assertThat(habit(theo).choices()).containsEntry(Matter.OPENED, Habit.Choice.MAIL);
    }

    private Habit habit(Agent agent) {
        return there(() -> habits.of(agent.id()));
    }

    /** As it stands in the header of their notice, which says that one click is enough. */
    private String address(String name) {
        await().until(() -> !TestRelay.mailsTo(mailOf(name)).isEmpty());
        var mail = TestRelay.mailsTo(mailOf(name)).getFirst().text();
        assertThat(mail).contains("\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n");
        var found = ADDRESS.matcher(mail);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private int post(String path) throws IOException, InterruptedException {
        return send(
                path,
                HttpRequest.newBuilder()
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("List-Unsubscribe=One-Click")));
    }

    private int send(String path, HttpRequest.Builder request) throws IOException, InterruptedException {
        var uri = URI.create("http://localhost:%d%s".formatted(port, path));
        return MAIL_PROGRAM
                .send(request.uri(uri).build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
