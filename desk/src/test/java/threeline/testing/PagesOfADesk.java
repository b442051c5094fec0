package threeline.testing;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.test.web.server.LocalServerPort;
import threeline.desk.people.Agent;
import threeline.desk.people.NewAgent;
import threeline.desk.people.Role;
import threeline.desk.tenant.Tenant;
import threeline.desk.ticket.NewMessage;
import threeline.desk.ticket.NewTicket;
import threeline.desk.ticket.Ticket;

/** A desk of its own for each test by one of the charters, on a Monday at nine, and a browser before it. */
@InBrowser
public abstract class PagesOfADesk extends RunningDesk {

    public static final String PASSWORD = "a good long one";

    @LocalServerPort
    protected int port;

    @BeforeEach
    void on_a_monday_at_nine() {
        time.set(HandTurnedTime.MONDAY_AT_NINE);
    }

    /** Its charter as it is shipped; an address is one desk's alone, so each has its own. */
    protected String charterOf(String charter, String slug) {
        try {
            return Files.readString(Path.of("../charters/%s.yaml".formatted(charter)))
                    .replace("help@%s.example".formatted(charter), "help@%s.example".formatted(slug));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    protected Tenant opens(String charter) {
        var slug = charter + "-" + UUID.randomUUID().toString().substring(0, 8);
        tenant = tenants.add(slug, charter);
        tenant.run(() -> charters.putInForce(charterOf(charter, slug), "Ada Ash", "The desk opens"));
        return tenant;
    }

    /** Somebody of the desk opened last, who signs in as their first name. */
    protected Agent hires(String name, Role role, Set<String> groups, String... parts) {
        return tenant.call(() -> agents.add(
                new NewAgent(name, address(name), role, groups, Set.of(parts), null, passwords.hash(PASSWORD))));
    }

    protected static String address(String name) {
        return name.split(" ")[0].toLowerCase(java.util.Locale.ROOT) + "@desk.example";
    }

    protected Ticket comesIn(String subject) {
        return tenant.call(() -> {
            var ann = requesters.recognise("ann@acme.example", "Ann Archer");
            return desk.open(NewTicket.of(
                    ann.id(), "email", null, new NewMessage(subject, "Since this morning, for all of us.", List.of())));
        });
    }

    protected void signIn(Page page, Agent agent) {
        page.navigate(url("/sign-in"));
        page.getByLabel("Mail address").fill(agent.email());
        page.getByLabel("Password").fill(PASSWORD);
        page.locator("main button.primary").click();
        assertThat(page.locator("#me")).isAttached();
    }

    protected String url(String path) {
        return "http://localhost:%d/%s%s".formatted(port, tenant.slug(), path);
    }

    protected void look(Page page, String name) {
        Pictures.take(page, name);
    }
}
