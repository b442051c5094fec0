package threeline.desk.people.web;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static threeline.desk.db.people.Tables.RECOVERY_CODE;
import static threeline.desk.db.people.Tables.TOTP;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import threeline.desk.people.Agent;
import threeline.desk.people.Role;
import threeline.desk.people.access.Codes;
import threeline.desk.tenant.Vault;

/** The second step: what it lets in, and that there is no way around it. */
class SecondStepTest extends DeskWithAccounts {

    static final Pattern KEPT = Pattern.compile("<code>([a-z2-9]{6}(-[a-z2-9]{6}){3})</code>");

    @Autowired
    DSLContext db;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    Vault vault;

    Agent ada;
    Visitor visitor;
    String key = "";
    List<String> kept = List.of();

    @BeforeEach
    void somebody_with_an_authenticator() {
        ada = agent("ada", Role.ADMIN);
        visitor = signedIn("ada");
        var page = visitor.get(path("/account/second-step")).body();
        var found = Pattern.compile("account-key\">([A-Z2-7 ]+)<").matcher(page);
        assertThat(found.find()).isTrue();
        key = found.group(1).replace(" ", "");
        var codes = visitor.post(path("/account/second-step"), Map.of("code", now(), "current", PASSWORD));
        kept = KEPT.matcher(codes.body()).results().map(it -> it.group(1)).toList();
        assertThat(kept).hasSize(10).doesNotHaveDuplicates();
        time.forward(Duration.ofMinutes(1));
    }

    @Test
    void after_the_password_a_code_is_asked_for_and_nothing_opens_before_it() {
        var half = half();
        for (var page : List.of("/account", "/tokens", "/queue/breaks-first", "/search", "/told")) {
            assertThat(half.get(path(page)).statusCode()).isEqualTo(302);
        }
        assertThat(half.get(path("/live"), "Accept", "text/event-stream").statusCode())
                .isEqualTo(401);
        assertThat(code(half, now()).statusCode()).isEqualTo(302);
        assertThat(half.get(path("/account")).statusCode()).isEqualTo(200);
    }

    @Test
    void a_code_is_taken_once_even_when_it_is_shown_by_many_at_once() {
        var code = now();
        var tries = Stream.generate(this::half).limit(4).toList().stream()
                .map(it -> CompletableFuture.supplyAsync(
                        () -> code(it, code).headers().firstValue("Location")))
                .toList();
        assertThat(tries.stream()
                        .map(CompletableFuture::join)
                        .filter(it -> it.filter(path("/")::equals).isPresent()))
                .hasSize(1);
        assertThat(code(half(), code).statusCode()).isEqualTo(422);
        time.forward(Duration.ofSeconds(30));
        assertThat(code(half(), now()).statusCode()).isEqualTo(302);
    }

    @Test
    void a_kept_code_works_once_however_it_is_typed() {
        assertThat(code(half(), kept.getFirst().toUpperCase(java.util.Locale.ROOT))
                        .statusCode())
                .isEqualTo(302);
        assertThat(code(half(), kept.getFirst()).statusCode()).isEqualTo(422);
        assertThat(code(half(), kept.getLast().replace("-", "")).statusCode()).isEqualTo(302);
    }

    @Test
    void who_guesses_codes_waits_and_the_owner_of_no_password_makes_nobody_wait() {
        var half = half();
        for (var guess = 0; guess < 5; guess++) {
            assertThat(code(half, "00000" + guess).statusCode()).isEqualTo(422);
        }
        assertThat(code(half, now()).statusCode()).isEqualTo(429);
        time.forward(Duration.ofMinutes(2));
        assertThat(code(half, now()).statusCode()).isEqualTo(302);
    }

    @Test
    void the_half_way_session_runs_out_and_is_never_more_than_half() {
        var half = half();
        time.forward(Duration.ofMinutes(10));
        assertThat(code(half, now()).headers().firstValue("Location")).hasValue(path("/sign-in"));
        assertThat(half.get(path("/account")).statusCode()).isEqualTo(302);
        var stranger = new Visitor(port);
        stranger.get(path("/sign-in"));
        assertThat(code(stranger, now()).headers().firstValue("Location")).hasValue(path("/sign-in"));
    }

    @Test
    void the_secret_stands_sealed_in_the_database_and_opens_for_nobody_else() {
        agent("bob", Role.ADMIN);
        desk.run(() -> transactions.executeWithoutResult(_ -> {
            var sealed = db.select(TOTP.SECRET).from(TOTP).fetchSingle().value1();
            assertThat(new String(sealed, US_ASCII)).doesNotContain(key);
            assertThatThrownBy(() -> vault.open("totp 4711", sealed)).hasMessageContaining("cannot be opened");
            assertThat(db.select(RECOVERY_CODE.HASH).from(RECOVERY_CODE).fetch(RECOVERY_CODE.HASH))
                    .allMatch(it -> it.length == 32);
        }));
    }

    @Test
    void giving_it_up_needs_the_password_and_an_administrator_can_take_it_away() {
        var in = half();
        code(in, now());
        in.get(path("/account"));
        assertThat(in.post(path("/account/second-step/end"), Map.of("current", "wrong horse"))
                        .statusCode())
                .isEqualTo(409);
        in.get(path("/account"));
        assertThat(in.post(path("/agents/%d/second-step/end".formatted(ada.id().value())), Map.of())
                        .statusCode())
                .isEqualTo(409); // a stolen session doesn't get rid of it
        agent("boss", Role.ADMIN);
        var boss = signedIn("boss");
        boss.get(path("/agents"));
        boss.post(path("/agents/%d/second-step/end".formatted(ada.id().value())), Map.of());
        var plain = signedIn("ada");
        assertThat(plain.get(path("/account")).statusCode()).isEqualTo(200);
    }

    @Test
    void setting_it_up_needs_the_password_and_a_code_and_signs_out_elsewhere() {
        agent("bob", Role.ADMIN);
        var bob = signedIn("bob");
        var page = bob.get(path("/account/second-step")).body();
        assertThat(bob.post(path("/account/second-step"), Map.of("code", "000000", "current", PASSWORD))
                        .statusCode())
                .isEqualTo(422);
        assertThat(bob.post(path("/account/second-step"), Map.of("code", "000000", "current", "wrong"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(page).contains("<svg");
        assertThat(visitor.get(path("/account/second-step")).statusCode()).isEqualTo(302); // not shown again
    }

    /** A browser that has given the right password. */
    Visitor half() {
        var half = new Visitor(port);
        var answer = half.signIn(desk.slug(), "ada@desk.example", PASSWORD);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).startsWith(path("/sign-in/code"));
        half.get(path("/sign-in/code"));
        return half;
    }

    HttpResponse<String> code(Visitor from, String code) {
        return from.post(path("/sign-in/code"), Map.of("code", code));
    }

    String now() {
        return Codes.at(key, time.instant());
    }
}
