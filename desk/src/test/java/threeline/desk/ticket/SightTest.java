package threeline.desk.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import threeline.desk.people.NewAgent;
import threeline.desk.people.NewRequester;
import threeline.desk.people.Role;
import threeline.desk.people.access.ApiTokens;
import threeline.desk.people.access.Scope;
import threeline.desk.web.ProblemException;
import threeline.testing.HandTurnedTime;
import threeline.testing.Program;
import threeline.testing.RunningDesk;

/** The infrastructure people of Acme work in the global desk's register, and see tickets of Acme's people alone (G6). */
class SightTest extends RunningDesk {

    @LocalServerPort
    int port;

    @Autowired
    ApiTokens tokens;

    Ticket acmes;
    Ticket others;
    Ticket nobodys;
    Program outside;

    @BeforeEach
    void tickets_of_two_organizations() throws IOException {
        time.set(HandTurnedTime.MONDAY_AT_NINE);
        var charter = Files.readString(Path.of("../charters/global-desk.yaml"));
        tenant = tenants.add("s-" + UUID.randomUUID().toString().substring(0, 8), "Global");
        there(() -> charters.putInForce(charter, "test", "first"));
        acmes = opened("ann@acme.example", "Acme", "The canal is frozen");
        others = opened("bob@other.example", "Other", "The canal is dry");
        nobodys = opened("eve@nowhere.example", null, "Which canal?");
        var karl = there(() -> agents.add(
                new NewAgent("Karl", "karl@acme.example", Role.AGENT, Set.of("acme-infra"), Set.of(), "Acme", null)));
        var token = there(() -> tokens.make(karl.id(), "test", Set.of(Scope.READ, Scope.WRITE), null));
        outside = new Program(port, token.text());
    }

    Ticket opened(String email, String organization, String subject) {
        return there(() -> {
            var who = requesters.add(new NewRequester(email, email, null, organization, false));
            return desk.open(NewTicket.of(who.id(), "email", subject, "About a canal."));
        });
    }

    @Test
    void they_find_read_and_work_on_their_own() {
        assertThat(references("/tickets")).containsExactly("GLO-" + acmes.number());
        assertThat(references("/tickets?search=canal")).containsExactly("GLO-" + acmes.number());
        assertThat(outside.get("/tickets/" + acmes.number() + "/timeline").status())
                .isEqualTo(200);
        assertThat(outside.post("/tickets/" + acmes.number() + "/notes", "{\"text\": \"We look.\"}")
                        .status())
                .isEqualTo(201);
    }

    @Test
    void others_are_not_there_for_them() {
        for (var ticket : List.of(others, nobodys)) {
            var path = "/tickets/" + ticket.number();
            for (var what : List.of("", "/timeline", "/promises")) {
                assertThat(outside.get(path + what).status()).as(path + what).isEqualTo(404);
            }
            assertThat(outside.post(path + "/notes", "{\"text\": \"Hm.\"}").status())
                    .isEqualTo(404);
            assertThat(outside.post(
                                    "/tickets/" + acmes.number() + "/acts",
                                    "{\"act\": \"merge\", \"into\": " + ticket.number() + "}")
                            .status())
                    .isEqualTo(404);
        }
    }

    @Test
    void a_ticket_of_another_organization_is_never_given_to_them() {
        var nadia = there(() -> agents.add(new NewAgent("Nadia", "nadia@desk.example", Role.AGENT, Set.of(), null)))
                .id();
        there(() -> desk.does(acmes.number(), new TicketEvent.Escalated("2", "not-by-phone"), nadia));
        there(() -> desk.does(others.number(), new TicketEvent.Escalated("2", "not-by-phone"), nadia));
        assertThat(there(() -> desk.does(acmes.number(), new TicketEvent.Routed("acme-infra"), nadia))
                        .group())
                .isEqualTo("acme-infra");
        assertThatThrownBy(() -> there(() -> desk.does(others.number(), new TicketEvent.Routed("acme-infra"), nadia)))
                .isInstanceOf(ProblemException.class);
    }

    List<String> references(String path) {
        return outside.get(path)
                .json()
                .get("items")
                .valueStream()
                .map(it -> it.get("reference").asString())
                .toList();
    }

    <T> T there(Supplier<T> work) {
        return tenant.call(work);
    }
}
