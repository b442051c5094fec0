package threeline.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import threeline.desk.contract.Charters;
import threeline.desk.people.Agents;
import threeline.desk.people.NewAgent;
import threeline.desk.people.Requesters;
import threeline.desk.people.Role;
import threeline.desk.people.access.Passwords;
import threeline.desk.tenant.Tenant;
import threeline.desk.tenant.Tenants;
import threeline.desk.ticket.NewMessage;
import threeline.desk.ticket.NewTicket;
import threeline.desk.ticket.TicketDesk;
import threeline.desk.ticket.TicketFilter;
import threeline.desk.ticket.TicketNumber;
import threeline.desk.ticket.TicketQueue;
import threeline.desk.ticket.Timeline;
import threeline.testing.DeskTest;

/** One desk lives, and another beside it, which finds nothing of it. */
@DeskTest
abstract class TwoDesks {

    @Autowired
    Tenants tenants;

    @Autowired
    Charters charters;

    @Autowired
    Requesters requesters;

    @Autowired
    Agents agents;

    @Autowired
    Passwords passwords;

    @Autowired
    TicketDesk desk;

    @Autowired
    TicketQueue queue;

    @Autowired
    Timeline timeline;

    @Autowired
    DataSource database;

    Tenant one;
    Tenant other;
    TicketNumber number;

    @BeforeEach
    void one_desk_lives() {
        one = added("one");
        other = added("other");
        number = one.call(() -> {
            var ann = requesters.recognise("ann@acme.example", "Ann Archer").id();
            var bob = agents.add(new NewAgent(
                            "Bob", "bob@one.example", Role.AGENT, Set.of("user-support"), passwords.hash("a password")))
                    .id();
            var ticket = desk.open(NewTicket.of(ann, "portal", "Kumquats", "Kumquats are late"))
                    .number();
            desk.reply(ticket, NewMessage.of("We look into it"), bob);
            return ticket;
        });
    }

    @Test
    void the_other_finds_nothing_through_our_code() {
        other.run(() -> {
            assertThat(queue.search("kumquats", null, 10)).isEmpty();
            assertThat(queue.newest(TicketFilter.ANY, null, 10)).isEmpty();
            assertThat(queue.find(number)).isEmpty();
            assertThat(agents.all()).isEmpty();
            assertThat(timeline.of(number, 0, 10)).isEmpty();
        });
        one.run(() -> assertThat(queue.search("kumquats", null, 10)).hasSize(1));
    }

    Tenant added(String name) {
        var slug = name + "-" + UUID.randomUUID().toString().substring(0, 8);
        var tenant = tenants.add(slug, name);
        tenant.run(() -> charters.putInForce(charterOf(slug), "test", "first"));
        return tenant;
    }

    /** An address is one desk's alone, so each has its own. */
    static String charterOf(String slug) {
        try {
            return Files.readString(Path.of("../charters/procurement.yaml"))
                    .replace("help@procurement.example", "help@%s.example".formatted(slug));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Asked as the application, for a tenant or for none. */
    String asked(UUID tenant, String question) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            try {
                statement.execute(
                        "select set_config('app.tenant', '%s', true)".formatted(tenant == null ? "" : tenant));
                var rows = statement.executeQuery(question);
                rows.next();
                return rows.getString(1);
            } finally {
                connection.rollback();
            }
        }
    }
}
