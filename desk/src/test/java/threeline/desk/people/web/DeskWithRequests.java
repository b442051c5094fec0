package threeline.desk.people.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.test.web.server.LocalServerPort;
import threeline.desk.people.Agent;
import threeline.desk.people.NewAgent;
import threeline.desk.people.NewRequester;
import threeline.desk.people.RequesterId;
import threeline.desk.people.Role;
import threeline.desk.ticket.NewAttachment;
import threeline.desk.ticket.NewMessage;
import threeline.desk.ticket.NewTicket;
import threeline.desk.ticket.TicketNumber;
import threeline.testing.HandTurnedTime;
import threeline.testing.RunningDesk;

/** A desk whose people come in with one password, those who ask by mailed links, and browsers without eyes before it. */
abstract class DeskWithRequests extends RunningDesk {

    static final String PASSWORD = "a good long one";

    @LocalServerPort
    int port;

    final String unique = UUID.randomUUID().toString().substring(0, 8);
    RequesterId ann;

    @BeforeEach
    void a_desk_that_ann_of_acme_asks() throws IOException {
        time.set(HandTurnedTime.MONDAY_AT_NINE);
        tenant = tenants.add("asked-" + unique, "Asked");
        var charter = Files.readString(Path.of("../charters/global-desk.yaml"))
                .replace("help@global-desk.example", "help@asked-%s.example".formatted(unique));
        tenant.run(() -> charters.putInForce(charter, "test", "first"));
        ann = knows("ann", "Ann Archer");
    }

    String path(String below) {
        return "/%s%s".formatted(tenant.slug(), below);
    }

    String mail(String name) {
        return "%s@asked-%s-acme.example".formatted(name, unique);
    }

    RequesterId knows(String name, String called) {
        return tenant.call(() -> requesters
                .add(new NewRequester(called, mail(name), null, "Acme", false))
                .id());
    }

    Agent hires(String name, Role role, @Nullable String organization) {
        return tenant.call(() -> agents.add(new NewAgent(
                name,
                "%s@asked-%s.example".formatted(name, unique),
                role,
                Set.of(),
                Set.of(),
                organization,
                passwords.hash(PASSWORD))));
    }

    TicketNumber asked(RequesterId by, NewAttachment... files) {
        return tenant.call(() -> desk.open(
                        NewTicket.of(by, "email", null, new NewMessage("Look", "At this.", List.of(files))))
                .number());
    }

    Visitor signedIn(String name) {
        var signedIn = new Visitor(port);
        signedIn.signIn(tenant.slug(), "%s@asked-%s.example".formatted(name, unique), PASSWORD);
        return signedIn;
    }

    Visitor asking(String name) {
        var asking = new Visitor(port);
        asking.comesIn(tenant.slug(), mail(name));
        return asking;
    }
}
