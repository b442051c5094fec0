package threeline.desk.intake.api;

import static org.assertj.core.api.Assertions.assertThat;
import static threeline.desk.people.access.Scope.READ;
import static threeline.desk.people.access.Scope.WRITE;

import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import threeline.desk.people.NewAgent;
import threeline.desk.people.Role;
import threeline.testing.Program;

/** Where agents stand is read by every program of the desk, and put by those that act for who runs it. */
class AgentsByApiTest extends ApiDesk {

    Program manager;
    String path;

    @BeforeEach
    void a_manager() {
        var mara = desk.call(() -> agents.add(new NewAgent("Mara", "mara@desk.example", Role.MANAGER, Set.of(), null)));
        manager = program(desk, mara, READ, WRITE);
        path = "/agents/" + nadia.id().value();
    }

    @Test
    void an_agent_is_posted_to_other_groups_and_plays_another_part() {
        assertThat(program.get("/agents").json().get("items")).hasSize(2);
        var put = manager.call(
                "PUT",
                path + "/posting",
                "{\"groups\": [\"technical-support\", \"product\"], \"parts\": [\"account-manager\"], \"language\": \"en\"}");
        assertThat(put.status()).as(put.toString()).isEqualTo(200);
        var now = program.get(path);
        assertThat(now.json().get("groups").toString()).isEqualTo("[\"product\",\"technical-support\"]");
        assertThat(now.text("/parts/0")).isEqualTo("account-manager");
        assertThat(now.text("/language")).isEqualTo("en");
    }

    @Test
    void what_the_charter_has_no_place_for_is_refused() {
        for (var bad : java.util.List.of(
                "{\"groups\": [\"nowhere\"], \"parts\": []}",
                "{\"groups\": [], \"parts\": [\"super-user\"]}",
                "{\"groups\": [], \"parts\": [], \"language\": \"de\"}",
                "{\"groups\": [], \"parts\": 1}",
                "{\"groups\": [1], \"parts\": []}",
                "{}")) {
            assertThat(manager.call("PUT", path + "/posting", bad).status())
                    .as(bad)
                    .isEqualTo(422);
        }
        assertThat(program.get(path).json().get("groups").toString()).isEqualTo("[\"user-support\"]");
    }

    @Test
    void it_is_not_every_agents_to_say() {
        assertThat(program.call("PUT", path + "/posting", "{\"groups\": [], \"parts\": []}")
                        .status())
                .isEqualTo(403);
        assertThat(program.get("/agents/0").status()).isEqualTo(404);
        assertThat(program.get("/agents/nobody").status()).isEqualTo(404);
    }
}
