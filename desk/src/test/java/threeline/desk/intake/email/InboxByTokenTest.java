package threeline.desk.intake.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import threeline.desk.mail.inbox.Inbox;
import threeline.desk.mail.inbox.Inboxes;
import threeline.desk.mail.inbox.Secret;
import threeline.desk.mail.inbox.Trial;
import threeline.testing.DeskTest;
import threeline.testing.Dovecot;

/** A server that takes no passwords is shown access tokens (XOAUTH2), which are had by a refresh token. */
@DeskTest
class InboxByTokenTest extends AtTheDoor {

    @Autowired
    Inboxes inboxes;

    @Autowired
    Trial trial;

    final AtomicInteger given = new AtomicInteger();
    HttpServer tokens;
    Dovecot dovecot;
    long inbox;

    @BeforeEach
    void a_store_that_asks_a_server_of_tokens() throws IOException {
        Dovecot.running(); // or this is skipped
        tokens = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        tokens.createContext("/token", this::token);
        tokens.createContext("/introspect", this::introspect);
        tokens.start();
        var settings = Files.createTempFile("oauth2", ".conf");
        Files.setPosixFilePermissions(settings, PosixFilePermissions.fromString("rw-r--r--"));
        Files.writeString(settings, """
                introspection_mode = post
                introspection_url = http://127.0.0.1:%d/introspect
                force_introspection = yes
                username_attribute = username
                active_attribute = active
                active_value = true
                """.formatted(tokens.getAddress().getPort()));
        dovecot = Dovecot.started("""
                auth_mechanisms = xoauth2
                passdb {
                  driver = oauth2
                  mechanisms = xoauth2
                  args = %s
                }
                """.formatted(settings));
    }

    @AfterEach
    void end() throws IOException {
        tenant.run(() -> inboxes.remove(inbox));
        tokens.stop(0);
        dovecot.close();
    }

    @Test
    void letters_are_fetched_with_a_token() {
        dovecot.deliver(slug, "Message-ID: <1@x.example>\n" + plain(ann, "Chairs", "twelve please\n"));
        inbox = there(() -> inboxes.add(place(), new Secret("client secret", "a refresh token")));

        awaitStates("ticketed", 1);
        assertThat(given).hasValue(1);
        assertThat(trial.of(place(), new Secret("client secret", "a refresh token")))
                .isInstanceOf(Trial.Result.Works.class);
        assertThat(given).as("a token is used while it is good").hasValue(1);
    }

    @Test
    void a_refresh_token_that_is_taken_back_is_said_in_words() {
        inbox = there(() -> inboxes.add(place(), new Secret("client secret", "taken back")));

        await().untilAsserted(() -> assertThat(
                        there(() -> inboxes.find(inbox)).orElseThrow().health().error())
                .contains("127.0.0.1 answers 400 invalid_grant"));
    }

    Inbox.Place place() {
        var url = "http://127.0.0.1:%d/token".formatted(tokens.getAddress().getPort());
        var signIn = new Inbox.SignIn.ByToken(url, "desk", null);
        return new Inbox.Place(
                address,
                new Inbox.Server("127.0.0.1", dovecot.port(), Inbox.Tls.NONE, slug, signIn),
                "INBOX",
                "Kept",
                null);
    }

    private void token(HttpExchange asked) throws IOException {
        var form = new String(asked.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (form.contains("grant_type=refresh_token")
                && form.contains("refresh_token=a+refresh+token")
                && form.contains("client_secret=client+secret")) {
            answer(
                    asked,
                    200,
                    "{\"access_token\": \"token-%d\", \"expires_in\": 3600}".formatted(given.incrementAndGet()));
        } else {
            answer(asked, 400, "{\"error\": \"invalid_grant\"}");
        }
    }

    private void introspect(HttpExchange asked) throws IOException {
        var form = new String(asked.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        answer(asked, 200, "{\"active\": \"%s\", \"username\": \"%s\"}".formatted(form.contains("token-"), slug));
    }

    private static void answer(HttpExchange asked, int status, String json) throws IOException {
        var bytes = json.getBytes(StandardCharsets.UTF_8);
        asked.getResponseHeaders().add("Content-Type", "application/json");
        asked.sendResponseHeaders(status, bytes.length);
        asked.getResponseBody().write(bytes);
        asked.close();
    }
}
