package threeline.desk.people.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import threeline.desk.people.AgentId;
import threeline.desk.people.Agents;
import threeline.desk.people.HeldOnAgent;
import threeline.desk.people.access.Action;
import threeline.desk.people.access.Actor;
import threeline.desk.people.access.May;
import threeline.desk.tenant.Tenant;
import threeline.desk.web.Download;
import threeline.desk.web.Problem;
import threeline.desk.web.ProblemException;
import tools.jackson.databind.json.JsonMapper;

/** What the desk holds on somebody who works here, as lines of JSON: for themselves, or for who hands it over to them. */
@Controller
class AgentDataController {

    private final List<HeldOnAgent> held;
    private final Agents agents;
    private final JsonMapper json = JsonMapper.builder().build();

    AgentDataController(List<HeldOnAgent> held, Agents agents) {
        this.held = held;
        this.agents = agents;
    }

    @GetMapping("/account/data")
    @May(value = Action.SEE_OWN_ACCOUNT, own = true)
    void own(Actor actor, HttpServletResponse response) throws IOException {
        send("my-data", actor.agent().id(), response);
    }

    @GetMapping("/erasures/agents/{agent}/data")
    @May(Action.ERASE_PEOPLE)
    void of(@PathVariable long agent, HttpServletResponse response) throws IOException {
        var id = new AgentId(agent);
        if (!agents.all(List.of(id)).containsKey(id)) {
            throw new ProblemException(new Problem.NotFound("There is nobody of this number at this desk."));
        }
        send("data-of-agent-" + agent, id, response);
    }

    private void send(String name, AgentId who, HttpServletResponse response) throws IOException {
        var out =
                new Download("%s-%s.ndjson".formatted(Tenant.current().slug(), name), Download.UNKNOWN).begin(response);
        held.forEach(it -> it.each(who, told -> write(told, out)));
    }

    private void write(Map<String, Object> told, OutputStream out) {
        try {
            out.write((json.writeValueAsString(told) + "\n").getBytes(UTF_8));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
