package threeline.desk.intake.api;

import static threeline.desk.people.access.Scope.READ;
import static threeline.desk.people.access.Scope.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import threeline.desk.contract.Charters;
import threeline.desk.people.Agent;
import threeline.desk.people.Agents;
import threeline.desk.people.NewAgent;
import threeline.desk.people.Role;
import threeline.desk.people.access.ApiTokens;
import threeline.desk.people.access.Scope;
import threeline.desk.tenant.Tenant;
import threeline.desk.tenant.Tenants;
import threeline.testing.DeskTest;
import threeline.testing.HandTurnedTime;
import threeline.testing.Program;
import threeline.testing.WhatIsDue;

/** Procurement's desk on a Monday at nine, with one agent, and a program that acts as her. */
@DeskTest
abstract class ApiDesk {

    static final String TICKET = """
            {"requester": {"email": "ann@acme.example", "name": "Ann Archer"},
             "subject": "Invoices are stuck", "text": "Nothing moves since Friday."}""";

    @LocalServerPort
    int port;

    @Autowired
    Tenants tenants;

    @Autowired
    Charters charters;

    @Autowired
    Agents agents;

    @Autowired
    ApiTokens tokens;

    @Autowired
    HandTurnedTime time;

    @Autowired
    WhatIsDue due;

    Tenant desk;
    Agent nadia;
    Program program;

    @BeforeEach
    void a_desk_with_an_agent_and_a_program() {
        time.set(HandTurnedTime.MONDAY_AT_NINE);
        desk = desk();
        nadia = agent(desk, "nadia@desk.example");
        program = program(desk, nadia, READ, WRITE);
    }

    Tenant desk() {
        var made = tenants.add("api-" + UUID.randomUUID().toString().substring(0, 8), "Procurement");
        made.run(() -> charters.putInForce(charter(), "test", "first"));
        return made;
    }

    Agent agent(Tenant at, String email) {
        return at.call(() -> agents.add(new NewAgent("Nadia Noon", email, Role.AGENT, Set.of("user-support"), null)));
    }

    Program program(Tenant at, Agent as, Scope... scopes) {
        return new Program(
                port,
                at.call(() -> tokens.make(as.id(), "test", Set.of(scopes), null).text()));
    }

    Program.Told opened() {
        return program.post("/tickets", TICKET);
    }

    static String charter() {
        try {
            return Files.readString(Path.of("../charters/procurement.yaml"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
