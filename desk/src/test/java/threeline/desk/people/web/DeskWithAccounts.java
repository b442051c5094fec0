package threeline.desk.people.web;

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
import threeline.desk.people.access.Passwords;
import threeline.desk.tenant.Tenant;
import threeline.desk.tenant.Tenants;
import threeline.testing.DeskTest;
import threeline.testing.HandTurnedTime;

/** A desk of its own for each test, of people who come in with one password, and browsers without eyes before it. */
@DeskTest
abstract class DeskWithAccounts {

    static final String PASSWORD = "correct horse";

    @LocalServerPort
    int port;

    @Autowired
    Tenants tenants;

    @Autowired
    Charters charters;

    @Autowired
    Agents agents;

    @Autowired
    Passwords passwords;

    @Autowired
    HandTurnedTime time;

    Tenant desk;

    @BeforeEach
    void a_desk_of_its_own() {
        desk = desk();
    }

    /** Another one; a desk is none without its charter. */
    Tenant desk() {
        var made = tenants.add("accounts-" + UUID.randomUUID().toString().substring(0, 8), "Accounts");
        made.run(() -> charters.putInForce("""
                desk: Accounts
                prefix: ACC
                zone: Europe/London
                severities:
                  normal: { means: Anything }
                """, "test", "first"));
        return made;
    }

    Agent agent(String name, Role role) {
        return agent(desk, name, role);
    }

    Agent agent(Tenant at, String name, Role role) {
        var hash = passwords.hash(PASSWORD);
        return at.call(() -> agents.add(new NewAgent(name, mailOf(name), role, Set.of(), hash)));
    }

    String mailOf(String name) {
        return name + "@desk.example";
    }

    long idOf(String name) {
        return desk.call(() -> agents.find(mailOf(name)).orElseThrow().id().value());
    }

    Visitor signedIn(String name) {
        var visitor = new Visitor(port);
        visitor.signIn(desk.slug(), mailOf(name), PASSWORD);
        return visitor;
    }

    String path(String below) {
        return "/" + desk.slug() + below;
    }

    String url(String below) {
        return "http://localhost:" + port + path(below);
    }
}
