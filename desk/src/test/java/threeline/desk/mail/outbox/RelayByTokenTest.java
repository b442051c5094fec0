package threeline.desk.mail.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.subethamail.smtp.AuthenticationHandler;
import org.subethamail.smtp.AuthenticationHandlerFactory;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;
import threeline.desk.content.Content;
import threeline.desk.mail.AccessTokens;
import threeline.testing.DeskTest;
import threeline.testing.HandTurnedTime;

/** A relay that takes no passwords is shown access tokens, had by a refresh token or as the client itself. */
@DeskTest
class RelayByTokenTest {

    @Autowired
    AccessTokens tokens;

    @Autowired
    HandTurnedTime time;

    final List<String> asked = new CopyOnWriteArrayList<>();
    final List<String> shown = new CopyOnWriteArrayList<>();
    final String client = UUID.randomUUID().toString();
    volatile String good = "first";
    HttpServer giver;
    SMTPServer relay;

    @BeforeEach
    void a_giver_of_tokens_and_a_relay() throws IOException {
        time.set(HandTurnedTime.MONDAY_AT_NINE);
        giver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        giver.createContext("/token", exchange -> {
            asked.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            var answer = "{\"access_token\":\"%s\",\"expires_in\":3600}"
                    .formatted(good)
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        giver.start();
        relay = SMTPServer.port(0)
                .bindAddress(InetAddress.getLoopbackAddress())
                .executorService(Executors.newVirtualThreadPerTaskExecutor())
                .authenticationHandlerFactory(new ByToken())
                .requireAuth(true)
                .messageHandlerFactory(_ -> new Taking())
                .build();
        relay.start();
    }

    @AfterEach
    void close() {
        giver.stop(0);
        relay.stop();
    }

    @Test
    void a_mail_leaves_by_a_token_had_by_a_refresh_token() {
        assertThat(send(line("again-and-again"))).isInstanceOf(Delivery.Taken.class);
        assertThat(asked)
                .singleElement()
                .asString()
                .contains("grant_type=refresh_token", "refresh_token=again-and-again");
        assertThat(shown).containsExactly("user=help@desk.example\1auth=Bearer first\1\1");
    }

    @Test
    void one_had_as_the_client_is_used_again_until_it_ends() {
        send(line(null));
        send(line(null));
        assertThat(asked).singleElement().asString().contains("grant_type=client_credentials");
        time.set(Instant.parse("2026-11-23T10:00:00Z"));
        send(line(null));
        assertThat(asked).hasSize(2);
    }

    @Test
    void one_that_was_ended_before_its_time_is_replaced_at_once() {
        send(line(null));
        good = "second";
        assertThat(send(line(null))).isInstanceOf(Delivery.Taken.class);
        assertThat(asked).hasSize(2);
    }

    @Test
    void without_a_token_the_mail_waits_and_says_why() {
        giver.stop(0);
        assertThat(send(line(null)))
                .isInstanceOfSatisfying(
                        Delivery.Deferred.class, it -> assertThat(it.why()).contains("gives no token"));
        var trial = new RelayTrial(new RelayAccess(settings(null), tokens), time).run();
        assertThat(trial.well()).isFalse();
        assertThat(trial.words()).contains("gives no token");
        assertThat(settings("secret").toString()).doesNotContain("secret");
    }

    private SmtpLine line(@Nullable String refresh) {
        var unsigned = new Signer(new Signer.Settings(null, null, List.of()), _ -> Optional.empty());
        return new SmtpLine(new RelayAccess(settings(refresh), tokens), unsigned);
    }

    private RelaySettings settings(@Nullable String refresh) {
        var url = "http://127.0.0.1:%d/token".formatted(giver.getAddress().getPort());
        return new RelaySettings(
                "127.0.0.1",
                relay.getPortAllocated(),
                "help@desk.example",
                null,
                RelaySettings.Tls.NONE,
                1,
                Duration.ofMinutes(5),
                new RelaySettings.Token(url, client, null, "hidden", refresh));
    }

    private static Delivery send(SmtpLine line) {
        try (line) {
            return line.send(new Parcel(
                    1,
                    1,
                    HandTurnedTime.MONDAY_AT_NINE,
                    "TOK-1",
                    "help@desk.example",
                    "ann@x.example",
                    "Hello",
                    Content.of("From: help@desk.example\r\nSubject: Hello\r\n\r\nHello\r\n"
                            .getBytes(StandardCharsets.UTF_8))));
        }
    }

    /** Takes everything. */
    private static final class Taking implements MessageHandler {

        @Override
        public void from(String sender) {}

        @Override
        public void recipient(String recipient) {}

        @Override
        public String data(InputStream data) throws IOException {
            data.readAllBytes();
            return "taken";
        }

        @Override
        public void done() {}
    }

    /** Lets in whoever shows the token that is good just now. */
    private final class ByToken implements AuthenticationHandlerFactory {

        @Override
        public List<String> getAuthenticationMechanisms() {
            return List.of("XOAUTH2");
        }

        @Override
        public AuthenticationHandler create() {
            return new AuthenticationHandler() {
                @Override
                public Optional<String> auth(String said, MessageContext context) throws RejectException {
                    var words = said.substring(said.lastIndexOf(' ') + 1);
                    var token = new String(Base64.getDecoder().decode(words), StandardCharsets.UTF_8);
                    shown.add(token);
                    if (!token.contains("Bearer " + good + "\1")) {
                        throw new RejectException(535, "5.7.8 that token is no good");
                    }
                    return Optional.empty();
                }

                @Override
                public Object getIdentity() {
                    return "somebody";
                }
            };
        }
    }
}
