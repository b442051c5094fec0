package threeline.desk.people.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import threeline.desk.audit.Line;
import threeline.desk.audit.Trail;
import threeline.desk.people.AgentId;
import threeline.desk.people.Requesters;
import threeline.desk.people.Role;
import threeline.desk.ticket.NewMessage;
import threeline.desk.ticket.NewTicket;
import threeline.desk.ticket.TicketDesk;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Who works at a desk takes along what it holds on them, and on nobody else. */
class AgentDataTest extends DeskWithAccounts {

    static final JsonMapper JSON = JsonMapper.builder().build();

    @Autowired
    TicketDesk tickets;

    @Autowired
    Requesters requesters;

    @Autowired
    Trail trail;

    Visitor zelda;

    @BeforeEach
    void two_who_worked() {
        agent("ada", Role.ADMIN);
        agent("zelda", Role.AGENT);
        desk.run(() -> {
            var ann = requesters.recognise("ann@acme.example", "Ann Archer").id();
            var ticket = tickets.open(NewTicket.of(ann, "email", "Late", "It is late"))
                    .number();
            tickets.note(ticket, NewMessage.of("Zelda thinks so"), new AgentId(idOf("zelda")));
            tickets.note(ticket, NewMessage.of("Ada thinks otherwise"), new AgentId(idOf("ada")));
        });
        noted("agent " + idOf("zelda"), "hers");
        noted("agent %d7".formatted(idOf("zelda")), "of another whose number begins like hers");
        zelda = signedIn("zelda");
    }

    void noted(String actor, String subject) {
        desk.run(() -> trail.add(new Line(Line.What.DONE, actor, subject, "")));
    }

    @Test
    void their_account_their_ways_in_and_their_acts_are_in_it() {
        var all = lines(zelda.get(path("/account/data")).body());
        assertThat(all).extracting(it -> it.path("held").asString()).contains("account", "session", "act", "trail");
        assertThat(only("account", all).path("email").asString()).isEqualTo("zelda@desk.example");
        assertThat(only("trail", all).path("on").asString()).isEqualTo("hers");
        assertThat(only("act", all).path("text").asString()).isEqualTo("Zelda thinks so");
    }

    @Test
    void nothing_of_others_and_no_secret_is_in_it() {
        assertThat(zelda.get(path("/account/data")).body())
                .doesNotContain("ada@desk.example", "Ada thinks", "argon2", "hash");
    }

    @Test
    void who_may_erase_them_hands_it_over_to_who_comes_in_no_more_and_nobody_else_does() {
        var data = path("/erasures/agents/%d/data".formatted(idOf("zelda")));
        assertThat(lines(signedIn("ada").get(data).body()))
                .filteredOn(it -> it.path("held").asString().equals("act"))
                .hasSize(1);
        assertThat(zelda.get(data).statusCode()).isEqualTo(403);
        assertThat(signedIn("ada").get(path("/erasures/agents/99999/data")).statusCode())
                .isEqualTo(404);
    }

    static JsonNode only(String held, List<JsonNode> among) {
        return among.stream()
                .filter(it -> it.path("held").asString().equals(held))
                .reduce((one, other) -> {
                    throw new AssertionError(one + " and " + other);
                })
                .orElseThrow();
    }

    static List<JsonNode> lines(String body) {
        return body.lines().map(JSON::readTree).toList();
    }
}
