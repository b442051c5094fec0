package threeline.desk.intake.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import threeline.desk.contract.Drafts;
import threeline.desk.notification.Templates;
import threeline.desk.people.NewAgent;
import threeline.desk.people.NewRequester;
import threeline.desk.people.Role;
import threeline.desk.people.access.Passwords;
import threeline.desk.people.web.Endpoint;
import threeline.desk.ticket.NewMessage;
import threeline.desk.ticket.NewTicket;
import threeline.desk.ticket.Ticket;
import threeline.desk.ticket.TicketEvent;
import threeline.testing.DeskTest;
import threeline.testing.InBrowser;
import threeline.testing.PortalLink;

/** In everything that another may write stands something that would run, and every page of the desk is opened in a browser. */
@DeskTest
@InBrowser
class HostileContentTest extends AtTheDoor {

    static final String PASSWORD = "a good long one";
    static final int MOST_PAGES = 160;

    /** Closes what it may stand in, and asks in each way that a page could be made to. */
    static final String HOSTILE = "zq'\"></textarea></title><img src=//evil.example/a onerror=alert(1)>"
            + "<script>alert(2)</script><p hx-get=/zqevil hx-trigger=load onclick=alert(3)>";

    /** What of it came to be part of a page, in the words of a page itself. */
    static final String ALIVE = """
            () => [...document.querySelectorAll('*')].flatMap((it) => [...it.attributes]
                .filter(({name, value}) => /^on/i.test(name) || /^\\s*javascript:/i.test(value)
                    || /^(data-)?hx-/i.test(name) && value.includes('zqevil')
                    || ['src', 'srcset', 'action', 'background', 'poster', 'data', 'srcdoc'].includes(name) && value.includes('evil.example'))
                .map(({name, value}) => it.tagName + ' ' + name + '=' + value))
              .concat([...document.scripts].filter((it) => it.text.includes('alert(')).map((it) => it.outerHTML))""";

    @LocalServerPort
    int port;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    @Autowired
    Passwords passwords;

    @Autowired
    Templates templates;

    @Autowired
    Drafts drafts;

    final List<String> elsewhere = new CopyOnWriteArrayList<>();
    final List<String> said = new CopyOnWriteArrayList<>();
    final Set<String> showing = new TreeSet<>();
    Ticket ticket;
    Ticket bobs;

    @BeforeEach
    void something_hostile_in_everything() {
        server.mail(ann, address, mail());
        ticket = onlyTicket();
        server.mail(ann, address, "To: %s\nSubject: %s\n\nThis is from nobody.".formatted(address, HOSTILE));
        awaitStates("quarantined", 1);
        tenant.run(() -> {
            var hash = passwords.hash(PASSWORD);
            var ada = agents.add(new NewAgent(HOSTILE, "ada@" + slug + ".example", Role.ADMIN, Set.of(), hash));
            var bob = requesters.add(new NewRequester(HOSTILE, "bob@" + slug + ".example", null, HOSTILE, true));
            bobs = desk.open(NewTicket.of(bob.id(), "email", HOSTILE, HOSTILE));
            desk.note(ticket.number(), NewMessage.of(HOSTILE), ada.id());
            desk.reply(ticket.number(), NewMessage.of(HOSTILE), ada.id());
            desk.does(ticket.number(), new TicketEvent.Called(true), NewMessage.of(HOSTILE), nadia);
            desk.assign(ticket.number(), ada.id(), nadia);
            drafts.save(ada.id(), "# " + HOSTILE, 1);
        });
        there(() -> kept());
    }

    boolean kept() {
        try {
            templates.put("opened", "en", null, HOSTILE + " {{words}}", HOSTILE);
            return true;
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
    }

    @Test
    void nothing_runs_and_nothing_calls_out_on_any_page_of_the_desk(Page page) {
        listens(page);
        page.navigate(house() + "/sign-in");
        signIn(page, HOSTILE, "wrong"); // is tried, and stands in the trail
        signIn(page, "ada@" + slug + ".example", PASSWORD);
        page.waitForURL(url -> !url.contains("sign-in"));
        var seen = crawl(page, "/", ticket);
        System.out.printf("opened %d pages, %d of them showed it%n", seen, showing.size());
        assertThat(seen).isGreaterThan(50);
        assertThat(showing).hasSizeGreaterThan(15);
        assertThat(said).isEmpty();
        assertThat(elsewhere).isEmpty();
    }

    @Test
    void nothing_runs_and_nothing_calls_out_at_the_portal(Page page) {
        listens(page);
        page.navigate(house() + "/portal/sign-in");
        page.locator("input[name=email]").fill("bob@" + slug + ".example");
        page.locator("main button").first().click();
        page.navigate("http://localhost:%d%s".formatted(port, PortalLink.latest("bob@" + slug + ".example", 1)));
        page.locator("main button").first().click();
        page.waitForURL(url -> !url.contains("/in/"));
        assertThat(crawl(page, "/portal", bobs)).isGreaterThan(3);
        assertThat(showing).isNotEmpty();
        assertThat(said).isEmpty();
        assertThat(elsewhere).isEmpty();
    }

    /** All that answers below that path, and what it leads to or shows in a frame. */
    int crawl(Page page, String below, Ticket about) {
        var ahead = new ArrayDeque<String>();
        Endpoint.all(mapping)
                .filter(it -> it.isGet() && !it.isApi() && !it.streams() && it.may() != null)
                .map(it -> it.path()
                        .replaceAll("\\{(number|called)[^}]*}", about.number().toString()))
                .filter(it -> it.startsWith(below) && !it.contains("{") && !isFile(it))
                .forEach(it -> ahead.add("/" + slug + it));
        if (below.equals("/")) {
            Stream.of("/search?q=zq", "/erasures?q=zq", "/calls/new?who=zq").forEach(it -> ahead.add("/" + slug + it));
        }
        var met = new TreeSet<>(ahead);
        var pages = 0;
        for (; !ahead.isEmpty() && pages < MOST_PAGES; pages++) {
            var path = ahead.remove();
            page.navigate("http://localhost:%d%s".formatted(port, path));
            assertThat((List<?>) page.evaluate(ALIVE)).as(path).isEmpty();
            if (page.content().contains("zq'")) {
                showing.add(path);
            }
            for (var link : links(page)) {
                if (link.startsWith("/%s%s".formatted(slug, below)) && !isFile(link) && met.add(link)) {
                    ahead.add(link);
                }
            }
        }
        return pages;
    }

    @SuppressWarnings("unchecked")
    static List<String> links(Page page) {
        return (List<String>) page.evaluate("""
                () => [...document.querySelectorAll('a[href^="/"], iframe[src^="/"]')]
                    .map((it) => (it.getAttribute('href') ?? it.getAttribute('src')).split('#')[0])""");
    }

    /** What is loaded down, and days and pages without end. */
    static boolean isFile(String path) {
        return path.matches(".*(/data|/files/.*|/original|date=.*|\\\\?at=.*|/news|/export.*|/panels)$");
    }

    void listens(Page page) {
        page.context().onRequest(request -> {
            var url = request.url();
            var ours = url.startsWith("http://localhost:%d/".formatted(port)) && !url.contains("/zqevil");
            if (!ours && !url.startsWith("data:") && !url.startsWith("about:")) {
                elsewhere.add(url);
            }
        });
        page.route("**/favicon.ico", it -> it.fulfill(new Route.FulfillOptions().setStatus(204))); // of frames alone
        page.onDialog(dialog -> {
            said.add(dialog.message());
            dialog.dismiss();
        });
    }

    void signIn(Page page, String email, String password) {
        page.locator("input[name=email]").evaluate("(it, value) => { it.type = 'text'; it.value = value; }", email);
        page.locator("input[name=password]").fill(password);
        page.locator("main button.primary").click();
        await().until(() -> !page.locator("input[name=email]").isVisible()
                || page.locator("[role=alert]").isVisible());
    }

    String mail() {
        return """
                From: "%s" <%s>
                Subject: %s
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary=b

                --b
                Content-Type: text/html; charset=utf-8

                <p>harmless words</p>%s%s<p>the end</p>
                --b
                Content-Type: image/svg+xml
                Content-Disposition: attachment; filename="<img src=x onerror=alert(3)>.svg"

                <svg xmlns="http://www.w3.org/2000/svg" onload="alert(4)"/>
                --b
                Content-Type: text/html; name="zq'><script>alert(5)</script>.html"
                Content-Disposition: attachment

                <script>alert(6)</script>
                --b--
                """.formatted(HOSTILE.replace("\"", "\\\""), ann, HOSTILE, HOSTILE, OnTheTimelineTest.hostile());
    }

    String house() {
        return "http://localhost:%d/%s".formatted(port, slug);
    }
}
