package threeline.desk.intake.api;

import static org.assertj.core.api.Assertions.assertThat;
import static threeline.desk.people.access.Scope.READ;
import static threeline.desk.people.access.Scope.WRITE;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import threeline.desk.people.access.May;
import threeline.testing.Program;

/** A token opens one desk, as one agent, within its scopes, while it is good. */
class ApiAccessTest extends ApiDesk {

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Bearer",
                "Bearer ",
                "Bearer x",
                "Basic dGw6eA==",
                "Bearer tl_nowhere_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
                "Bearer tl_%s_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
                "Bearer tl_%s_",
                "Bearer tl_%s_' or 1=1 --"
            })
    void without_a_good_token_there_is_nothing(String shown) {
        var stranger = new Program(port, null);
        var told = shown.isEmpty()
                ? stranger.get("/tickets")
                : stranger.call("GET", "/tickets", null, "Authorization", shown.formatted(desk.slug()));
        assertThat(told.status()).isEqualTo(401);
        assertThat(told.header("WWW-Authenticate")).startsWith("Bearer");
        assertThat(told.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(told.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @Test
    void anothers_desks_ticket_is_not_there() {
        var mine = opened().text("/number");
        var other = desk();
        var stranger = program(other, agent(other, "otto@other.example"), READ, WRITE);
        assertThat(stranger.get("/tickets/" + mine).status()).isEqualTo(404);
        assertThat(stranger.get("/tickets/" + mine + "/timeline").status()).isEqualTo(404);
        assertThat(stranger.post("/tickets/" + mine + "/replies", "{\"text\":\"t\"}")
                        .status())
                .isEqualTo(404);
        assertThat(stranger.get("/tickets?search=stuck").json().get("items").size())
                .isZero();
        assertThat(stranger.get("/tickets").json().get("items").size()).isZero();
        assertThat(stranger.call(
                                "PUT",
                                "/tickets/" + stranger.post("/tickets", TICKET).text("/number") + "/assignment",
                                "{\"agent\":%d}".formatted(nadia.id().value()))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void a_token_with_another_desks_name_on_it_opens_neither() {
        var other = desk();
        var forged = new Program(port, program.token().replace(desk.slug(), other.slug()));
        assertThat(forged.get("/tickets").status()).isEqualTo(401);
    }

    @Test
    void a_token_that_reads_does_not_write() {
        var reader = program(desk, nadia, READ);
        var number = opened().text("/number");
        assertThat(reader.get("/tickets/" + number).status()).isEqualTo(200);
        var told = reader.post("/tickets", TICKET);
        assertThat(told.status()).isEqualTo(403);
        assertThat(told.text("/detail")).contains("write");
        assertThat(reader.post("/tickets/" + number + "/replies", "{\"text\":\"t\"}")
                        .status())
                .isEqualTo(403);
        assertThat(reader.call("DELETE", "/tickets/" + number + "/hold", null).status())
                .isEqualTo(403);
    }

    @Test
    void it_ends_when_it_expires() {
        var until = time.instant().plus(Duration.ofHours(1));
        var token = desk.call(
                () -> tokens.make(nadia.id(), "short", Set.of(READ), until).text());
        var shortLived = new Program(port, token);
        assertThat(shortLived.get("/tickets").status()).isEqualTo(200);
        time.set(until);
        assertThat(shortLived.get("/tickets").status()).isEqualTo(401);
    }

    @Test
    void ended_or_its_agent_disabled_it_is_worth_nothing_within_five_seconds() {
        assertThat(program.get("/tickets").status()).isEqualTo(200);
        desk.run(() -> tokens.end(tokens.all().getFirst().id()));
        time.forward(Duration.ofSeconds(5));
        assertThat(program.get("/tickets").status()).isEqualTo(401);
        var second = program(desk, nadia, READ);
        assertThat(second.get("/tickets").status()).isEqualTo(200);
        desk.run(() -> agents.disable(nadia.id()));
        time.forward(Duration.ofSeconds(5));
        assertThat(second.get("/tickets").status()).isEqualTo(401);
    }

    @Test
    void every_way_in_names_the_right_it_needs() {
        requestMappingHandlerMapping.getHandlerMethods().values().stream()
                .filter(it -> it.getBeanType().getPackageName().startsWith("threeline.desk.intake.api"))
                .filter(it -> it.getBeanType() != DescriptionController.class)
                .forEach(it -> assertThat(it.hasMethodAnnotation(May.class)
                                || it.getBeanType().isAnnotationPresent(May.class))
                        .as(it.toString())
                        .isTrue());
    }
}
