package threeline.desk.intake.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.RequestOptions;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import threeline.desk.mail.MimeReader;
import threeline.desk.mail.Reading;
import threeline.desk.people.web.Endpoint;
import threeline.desk.ticket.Ticket;
import threeline.testing.DeskTest;
import threeline.testing.InBrowser;
import threeline.testing.PortalLink;
import threeline.testing.TestRelay;

/** In everything that another may write stands something that would run, and every page and mail of the desk is opened in a browser. */
@DeskTest
@InBrowser
class HostileContentTest extends HostileDesk {

    static final int MOST_PAGES = 220;
    static final Pattern NAMED = Pattern.compile("zq([a-z]+)");

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

    final List<String> elsewhere = new CopyOnWriteArrayList<>();
    final List<String> said = new CopyOnWriteArrayList<>();

    /** What of all that was seen on some page, by its name. */
    final Set<String> seen = new TreeSet<>();

    @Test
    void nothing_runs_and_nothing_calls_out_on_any_page_of_the_desk(Page page) {
        listens(page);
        comesByProvider(page);
        page.navigate(house() + "/sign-in");
        look(page, "/sign-in");
        signIn(page, called("tried"), "wrong"); // is tried, and stands in the trail
        signIn(page, "ada@" + slug + ".example", PASSWORD);
        page.waitForURL(url -> !url.contains("sign-in"));
        assertThat(crawl(page, "/", ticket)).isGreaterThan(50);
        System.out.printf("met %s%n", seen);
        assertThat(seen)
                .as("what nobody meets proves nothing")
                .contains("ada", "author", "why", "desk", "groups", "tiers", "severities", "means", "holds", "channels")
                .contains("categories", "vendors", "packages", "roles", "reason", "organization", "bob", "invited")
                .contains("subject", "text", "note", "reply", "call", "asked", "vendor", "reference", "up", "hold")
                .contains("sender", "mailed", "written", "file", "nobody", "tried", "erased", "draft", "template")
                .contains("hook", "token", "actor", "doing", "detail", "provider", "group", "claimed")
                .as("of what answers a webhook its status is shown alone")
                .doesNotContain("answer");
        nothingHappened();
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
        System.out.printf("met at the portal %s%n", seen);
        assertThat(seen).contains("bob", "organization", "subject", "text", "severities", "means");
        nothingHappened();
    }

    @Test
    void nothing_runs_and_nothing_calls_out_in_any_mail(Page page) {
        listens(page);
        await().untilAsserted(() -> assertThat(String.join(" ", mails()))
                .contains("zqreply", "zqasked", "zqinvited", "zqtemplate", "zqdesk"));
        for (var html : mails()) {
            page.setContent(html);
            look(page, html);
        }
        System.out.printf("met in mails %s%n", seen);
        assertThat(seen).contains("reply", "asked", "invited", "template", "desk");
        nothingHappened();
    }

    /** What the mails of this desk say to who reads HTML. */
    List<String> mails() {
        return TestRelay.mails(it -> it.text().contains(slug)).stream()
                .map(it -> MimeReader.read(it.raw()))
                .flatMap(it -> it instanceof Reading.Read(var mail) ? Stream.ofNullable(mail.html()) : Stream.of())
                .toList();
    }

    /** Somebody new, whose name and groups another says; and before that somebody whom it sends back in anger. */
    void comesByProvider(Page page) {
        identities.claims = Map.of(
                "sub",
                called("sub"),
                "name",
                called("claimed"),
                "email",
                "claimed@" + slug + ".example",
                "email_verified",
                true,
                "groups",
                List.of(called("group")));
        var refused =
                identities.agrees(sentTo(page)).replaceFirst("code=[^&]*", "error=access_denied&error_description=");
        page.navigate(refused + java.net.URLEncoder.encode(called("error"), java.nio.charset.StandardCharsets.UTF_8));
        look(page, "refused by the provider");
        page.navigate(identities.agrees(sentTo(page)));
        look(page, "come in by the provider");
        assertThat(page.url()).doesNotContain("sign-in");
        page.context().clearCookies();
    }

    String sentTo(Page page) {
        return page.request()
                .get(
                        house() + "/sign-in/providers/" + provider,
                        RequestOptions.create().setMaxRedirects(0))
                .headers()
                .get("location");
    }

    void nothingHappened() {
        assertThat(said).isEmpty();
        assertThat(elsewhere).isEmpty();
    }

    void look(Page page, String where) {
        assertThat((List<?>) page.evaluate(ALIVE)).as(where).isEmpty();
        NAMED.matcher(page.content()).results().forEach(it -> seen.add(it.group(1)));
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
            look(page, path);
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

    String house() {
        return "http://localhost:%d/%s".formatted(port, slug);
    }
}
