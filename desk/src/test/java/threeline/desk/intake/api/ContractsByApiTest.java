package threeline.desk.intake.api;

import static org.assertj.core.api.Assertions.assertThat;
import static threeline.desk.people.access.Scope.READ;
import static threeline.desk.people.access.Scope.WRITE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import threeline.desk.contract.Contracts;
import threeline.desk.people.NewAgent;
import threeline.desk.people.NewRequester;
import threeline.desk.people.Organizations;
import threeline.desk.people.Requesters;
import threeline.desk.people.Role;
import threeline.promises.keeping.Terms;
import threeline.testing.Program;

/** What is agreed with an organization is put down by those who run the desk, and its tickets follow. */
class ContractsByApiTest extends ApiDesk {

    @Autowired
    Requesters requesters;

    @Autowired
    Contracts contracts;

    @Autowired
    Organizations organizations;

    @Autowired
    TransactionTemplate transactions;

    Program manager;

    @BeforeEach
    void the_global_desk_with_a_manager() throws IOException {
        var charter = Files.readString(Path.of("../charters/global-desk.yaml"));
        desk.run(() -> charters.putInForce(charter, "test", "the global desk"));
        var mara = desk.call(() -> agents.add(new NewAgent("Mara", "mara@desk.example", Role.MANAGER, Set.of(), null)));
        manager = program(desk, mara, READ, WRITE);
        desk.run(() -> requesters.add(new NewRequester("Aiko", "aiko@kyoto.example", null, "Kyoto", false)));
    }

    @Test
    void an_open_ticket_follows_the_package_that_its_organization_buys() {
        var opened = program.post("/tickets", """
                {"requester": {"email": "aiko@kyoto.example"}, "subject": "Slow", "text": "Slow.", "severity": "urgent"}""");
        assertThat(opened.status()).as(opened.toString()).isEqualTo(201);
        var path = "/tickets/" + opened.text("/number");
        assertThat(program.get(path + "/promises").text("/items/0/aim")).isEqualTo("true");
        time.forward(Duration.ofMinutes(1));
        var put = manager.call("PUT", "/organizations/kyoto/contract", "{\"bought\": \"full\"}");
        assertThat(put.status()).as(put.toString()).isEqualTo(200);
        time.forward(Duration.ofMillis(1));
        due.happensAt(desk);
        assertThat(program.get(path + "/promises").json().get("items").valueStream())
                .anySatisfy(it -> assertThat(it.toString()).contains("\"metric\":\"response\"", "\"aim\":false"));
        assertThat(program.get("/organizations/kyoto/contract").text("/bought")).isEqualTo("full");
    }

    @Test
    void what_is_agreed_holds_for_the_next_ticket_though_others_read_while_it_was_put_down() {
        desk.run(() -> requesters.add(new NewRequester("Jun", "jun@osaka.example", null, "Osaka", false)));
        var osaka = desk.call(() -> organizations.named("Osaka").id());
        desk.run(() -> transactions.executeWithoutResult(_ -> {
            contracts.agree(osaka, new Terms("full", null, null), "test");
            assertThat(byAnother(() -> contracts.of(osaka))).isEmpty();
        }));
        var opened = program.post("/tickets", """
                {"requester": {"email": "jun@osaka.example"}, "subject": "Slow", "text": "Slow.", "severity": "urgent"}""");
        assertThat(program.get("/tickets/" + opened.text("/number") + "/promises")
                        .json()
                        .get("items")
                        .valueStream())
                .anySatisfy(it -> assertThat(it.toString()).contains("\"metric\":\"response\"", "\"aim\":false"));
    }

    /** Done by another thread, outside the running transaction. */
    private <T> T byAnother(Supplier<T> reading) {
        return CompletableFuture.supplyAsync(() -> desk.call(reading)).join();
    }

    @Test
    void who_agrees_twice_in_an_instant_agrees_the_second() {
        manager.call("PUT", "/organizations/kyoto/contract", "{\"bought\": \"full\"}");
        var again = manager.call("PUT", "/organizations/kyoto/contract", "{}");
        assertThat(again.status()).as(again.toString()).isEqualTo(200);
        assertThat(program.get("/organizations/kyoto/contract")
                        .json()
                        .get("bought")
                        .isNull())
                .isTrue();
    }

    @Test
    void what_cannot_be_agreed_is_said_at_its_field() {
        var told = manager.call(
                "PUT",
                "/organizations/kyoto/contract",
                "{\"bought\": \"gold\", \"zone\": \"Mars\", \"holidays\": \"XX\"}");
        assertThat(told.status()).isEqualTo(422);
        assertThat(told.json()
                        .get("errors")
                        .valueStream()
                        .map(it -> it.get("field").asString()))
                .containsExactlyInAnyOrder("bought", "zone", "holidays");
    }

    @Test
    void it_is_not_every_agents_to_agree() {
        assertThat(program.call("PUT", "/organizations/kyoto/contract", "{}").status())
                .isEqualTo(403);
        assertThat(program.get("/organizations/nowhere/contract").status()).isEqualTo(404);
    }

    @Test
    void organizations_are_listed_page_by_page_written_down_and_renamed() {
        var added = manager.call("PUT", "/organizations/calder-freight", "{\"name\": \"Calder Freight\"}");
        assertThat(added.status()).as(added.toString()).isEqualTo(201);
        var first = program.get("/organizations?limit=1");
        assertThat(first.text("/items/0/key")).isEqualTo("kyoto");
        var second = program.get("/organizations?limit=1&cursor=" + first.text("/next"));
        assertThat(second.text("/items/0/name")).isEqualTo("Calder Freight");
        assertThat(second.text("/next")).isEmpty();
        var renamed = manager.call("PUT", "/organizations/calder-freight", "{\"name\": \"Calder\"}");
        assertThat(renamed.status()).isEqualTo(200);
        assertThat(program.get("/organizations/calder-freight/contract").text("/name"))
                .isEqualTo("Calder");
        assertThat(manager.call("PUT", "/organizations/calder-freight", "{\"name\": \"Kyoto\"}")
                        .status())
                .isEqualTo(409);
        assertThat(manager.call("PUT", "/organizations/Calder_", "{\"name\": \"x\"}")
                        .text("/errors/0/field"))
                .isEqualTo("key");
        assertThat(program.call("PUT", "/organizations/other", "{\"name\": \"Other\"}")
                        .status())
                .isEqualTo(403);
    }
}
