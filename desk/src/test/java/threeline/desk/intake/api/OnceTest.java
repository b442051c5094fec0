package threeline.desk.intake.api;

import static org.assertj.core.api.Assertions.assertThat;
import static threeline.desk.people.access.Scope.READ;
import static threeline.desk.people.access.Scope.WRITE;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import threeline.testing.Program;

/** Whatever is sent again under one key happens once. */
class OnceTest extends ApiDesk {

    @Autowired
    Once once;

    @Test
    void the_same_again_gets_the_same_answer() {
        var first = keyed("k1");
        var again = keyed("k1");
        assertThat(again.raw().body()).isEqualTo(first.raw().body());
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(tickets()).isEqualTo(1);
    }

    @Test
    void ten_at_once_are_one() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<String> post = () -> keyed("k1").raw().body();
            var bodies = threads.invokeAll(Stream.generate(() -> post).limit(10).toList()).stream()
                    .map(Future::resultNow)
                    .collect(Collectors.toSet());
            assertThat(bodies).hasSize(1);
        }
        assertThat(tickets()).isEqualTo(1);
    }

    @Test
    void another_body_under_the_key_is_refused() {
        keyed("k1");
        var told = program.post("/tickets", TICKET.replace("stuck", "lost"), "Idempotency-Key", "k1");
        assertThat(told.status()).isEqualTo(422);
        assertThat(told.text("/errors/0/field")).isEqualTo("Idempotency-Key");
        assertThat(tickets()).isEqualTo(1);
    }

    @Test
    void another_agents_another_desks_and_another_ways_key_is_another() {
        var number = keyed("k1").text("/number");
        var omar = program(desk, agent(desk, "omar@desk.example"), READ, WRITE);
        assertThat(omar.post("/tickets", TICKET, "Idempotency-Key", "k1").text("/number"))
                .isNotEqualTo(number);
        var other = desk();
        var there = program(other, agent(other, "nadia@desk.example"), READ, WRITE);
        assertThat(there.post("/tickets", TICKET, "Idempotency-Key", "k1").status())
                .isEqualTo(201);
        assertThat(program.post("/tickets/" + number + "/notes", "{\"text\":\"t\"}", "Idempotency-Key", "k1")
                        .status())
                .isEqualTo(201);
    }

    @Test
    void what_was_done_is_answered_even_if_it_could_not_be_done_now() {
        var path = "/tickets/" + keyed("k1").text("/number");
        program.post(
                path + "/hold",
                "{\"hold\":\"%s\"}".formatted(program.get("/charter").text("/holds/0/id")));
        var first = program.call("DELETE", path + "/hold", null, "Idempotency-Key", "k2");
        var again = program.call("DELETE", path + "/hold", null, "Idempotency-Key", "k2");
        assertThat(first.status()).isEqualTo(200);
        assertThat(again.raw().body()).isEqualTo(first.raw().body());
    }

    @Test
    void what_was_refused_may_be_sent_again_under_the_same_key() {
        assertThat(program.post("/tickets", "{}", "Idempotency-Key", "k1").status())
                .isEqualTo(422);
        assertThat(keyed("k1").status()).isEqualTo(201);
    }

    @Test
    void after_two_days_a_key_is_new_and_before_that_it_is_not() {
        keyed("k1");
        time.forward(Duration.ofHours(47));
        once.purge();
        keyed("k1");
        assertThat(tickets()).isEqualTo(1);
        time.forward(Duration.ofHours(1));
        keyed("k1");
        assertThat(tickets()).isEqualTo(2);
        time.forward(Duration.ofHours(48));
        once.purge();
        keyed("k1");
        assertThat(tickets()).isEqualTo(3);
    }

    @Test
    void a_key_is_a_short_visible_word() {
        assertThat(keyed("x".repeat(201)).status()).isEqualTo(422);
        assertThat(keyed(" ").status()).isEqualTo(422);
    }

    Program.Told keyed(String key) {
        return program.post("/tickets", TICKET, "Idempotency-Key", key);
    }

    int tickets() {
        return program.get("/tickets").json().get("items").size();
    }
}
