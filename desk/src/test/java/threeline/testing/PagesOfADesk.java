package threeline.testing;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import threeline.desk.contract.Charters;
import threeline.desk.people.Agent;
import threeline.desk.people.Agents;
import threeline.desk.people.NewAgent;
import threeline.desk.people.Organizations;
import threeline.desk.people.Requesters;
import threeline.desk.people.Role;
import threeline.desk.people.access.Passwords;
import threeline.desk.tenant.Tenant;
import threeline.desk.tenant.Tenants;
import threeline.desk.ticket.NewMessage;
import threeline.desk.ticket.NewTicket;
import threeline.desk.ticket.Ticket;
import threeline.desk.ticket.TicketDesk;

/** A desk of its own for each test by one of the charters, on a Monday at nine, and a browser before it. */
@DeskTest
@InBrowser
public abstract class PagesOfADesk {

    public static final String PASSWORD = "a good long one";

    @LocalServerPort
    protected int port;

    @Autowired
    protected Tenants tenants;

    @Autowired
    protected Charters charters;

    @Autowired
    protected Agents agents;

    @Autowired
    protected Requesters requesters;

    @Autowired
    protected Organizations organizations;

    @Autowired
    protected Passwords passwords;

    @Autowired
    protected TicketDesk desk;

    @Autowired
    protected HandTurnedTime time;

    /** What this test opened. */
    protected Tenant tenant;

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

    /** As others see it: narrow and wide, light and dark, of which pictures are kept, and to those who don't see it. */
    protected void look(Page page, String name) {
        for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            for (var width : List.of(390, 768, 1440)) {
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                page.setViewportSize(width, 900);
                if ((width == 390) == (scheme == ColorScheme.DARK)) {
                    Axe.check(page);
                }
                page.screenshot(new Page.ScreenshotOptions()
                        .setPath(Path.of("target/shots", "%s-%d-%s.png".formatted(name, width, scheme))));
            }
        }
    }
}
