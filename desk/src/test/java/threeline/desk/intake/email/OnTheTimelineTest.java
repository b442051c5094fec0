package threeline.desk.intake.email;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.util.Base64;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import threeline.desk.people.NewAgent;
import threeline.desk.people.Role;
import threeline.desk.people.access.Passwords;
import threeline.desk.tenant.Sight;
import threeline.testing.Axe;
import threeline.testing.DeskTest;
import threeline.testing.InBrowser;
import threeline.testing.Pictures;

/** A mail on its ticket's timeline: what was written is seen, all else is folded, and nothing of it does anything. */
@DeskTest
@InBrowser
class OnTheTimelineTest extends AtTheDoor {

    static final String PASSWORD = "a good long one";
    static final byte[] PIXEL = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    @LocalServerPort
    int port;

    @Autowired
    Passwords passwords;

    @Autowired
    FiledLetters filed;

    @Test
    void quotations_and_signatures_are_folded_and_the_original_is_a_click_away(Page page) throws IOException {
        server.mail(ann, address, plain(ann, "Re: Chairs", """
                Twelve, please.

                --\u0020
                Ann Other
                Office 12

                On Mon, 2 Nov 2026 at 09:12, Nadia <nadia@procurement.example> wrote:
                > How many chairs?
                """));
        var ticket = onlyTicket();
        signIn(page, Role.AGENT);
        page.navigate(house() + "/tickets/" + ticket.number());
        var message = page.locator("#entry-1");
        assertThat(message.locator("> article > p").first()).hasText("Twelve, please.");
        assertThat(message.getByText("How many chairs?")).isHidden();
        assertThat(message.getByText("Office 12")).isHidden();
        Axe.check(page);
        message.getByText("Quoted text").focus();
        page.keyboard().press("Enter");
        assertThat(message.getByText("How many chairs?")).isVisible();
        var original = page.waitForDownload(() -> message.getByText("Original").click());
        assertThat(Files.readString(original.path())).contains("Twelve, please.", "Subject: Re: Chairs");
        assertThat(page.getByText("The way it went")).hasCount(0);
    }

    @Test
    void pictures_stand_where_they_were_put(Page page) throws IOException {
        server.mail(ann, address, withPicture());
        var ticket = onlyTicket();
        signIn(page, Role.MANAGER);
        page.navigate(house() + "/tickets/" + ticket.number());
        var frame = page.frameLocator("iframe.laid-out");
        assertThat(frame.locator("p").first()).containsText("It says");
        assertThat(frame.locator("img")).hasAttribute("src", Pattern.compile("data:image/png;base64,.*"));
        assertThat(frame.getByText("Old words")).isHidden();
        frame.getByText("Quoted text").click();
        assertThat(frame.getByText("Old words")).isVisible();
        page.getByText("The way it went").click();
        assertThat(page.locator(".path")).containsText("ticketed PRO-" + ticket.number());
    }

    @Test
    void nothing_in_a_hostile_mail_runs_and_nothing_calls_out(Page page) {
        var elsewhere = new CopyOnWriteArrayList<String>();
        page.context().onRequest(request -> {
            if (!request.url().startsWith("http://localhost:" + port + "/")
                    && !request.url().startsWith("data:")
                    && !request.url().startsWith("about:")) {
                elsewhere.add(request.url());
            }
        });
        var said = new CopyOnWriteArrayList<String>();
        page.onDialog(dialog -> {
            said.add(dialog.message());
            dialog.dismiss();
        });
        server.mail(ann, address, """
                From: "<img src=https://evil.example/from onerror=alert(1)>" <%s>
                Subject: <script>alert(2)</script><img src=https://evil.example/subject>
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary=b

                --b
                Content-Type: text/html; charset=utf-8

                <p>harmless words</p>%s<p>the end</p>
                --b
                Content-Type: image/svg+xml
                Content-Disposition: attachment; filename="<img src=x onerror=alert(3)>.svg"

                <svg xmlns="http://www.w3.org/2000/svg" onload="alert(4)"/>
                --b--
                """.formatted(ann, hostile()));
        var ticket = onlyTicket();
        signIn(page, Role.AGENT);
        page.navigate(house() + "/tickets/" + ticket.number());
        page.getByText("As it was laid out").click();
        assertThat(page.frameLocator("iframe.laid-out").getByText("the end")).isVisible();
        page.reload();
        page.navigate(house() + "/tickets/" + ticket.number() + "/entries/1/layout");
        assertThat(page.getByText("the end")).isVisible();
        assertThat(page.evaluate("() => document.title")).isEqualTo("Mail");
        assertThat(elsewhere).isEmpty();
        assertThat(said).isEmpty();
        assertThat(page.locator(
                        "[onerror],[onload],[onclick],[srcdoc],script,iframe,object,embed,form,link,meta[http-equiv]"))
                .hasCount(0);
    }

    @Test
    void pictures_from_elsewhere_are_fetched_by_the_desk_and_only_when_somebody_asks(Page page) throws IOException {
        var asked = new AtomicInteger();
        var elsewhere = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        elsewhere.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.sendResponseHeaders(200, PIXEL.length);
            exchange.getResponseBody().write(PIXEL);
            exchange.close();
        });
        elsewhere.start();
        server.mail(ann, address, """
                From: %s
                Subject: A banner
                Content-Type: text/html

                <p>Look <img src="http://127.0.0.1:%d/banner" alt="banner"></p>
                """.formatted(ann, elsewhere.getAddress().getPort()));
        var ticket = onlyTicket();
        signIn(page, Role.AGENT);
        page.navigate(house() + "/tickets/" + ticket.number());
        page.getByText("As it was laid out").click();
        var frame = page.frameLocator("iframe.laid-out");
        assertThat(frame.locator("p")).containsText("Look");
        assertThat(asked).hasValue(0);
        page.getByText("Fetch them").focus();
        page.keyboard().press("Enter");
        assertThat(frame.locator("img")).hasAttribute("src", Pattern.compile("data:image/png;base64,.*"));
        assertThat(asked).hasValue(1);
        elsewhere.stop(0);
    }

    @Test
    void a_mail_that_can_be_read_in_two_ways_says_so(Page page) {
        server.mail(ann, address, """
                From: %s
                Subject: Two types
                MIME-Version: 1.0
                Content-Type: text/plain
                Content-Type: multipart/mixed; boundary=b

                --b
                Content-Type: text/plain

                harmless words
                --b--
                """.formatted(ann));
        var ticket = onlyTicket();
        signIn(page, Role.AGENT);
        page.navigate(house() + "/tickets/" + ticket.number());
        assertThat(page.locator("#entry-1 .ambiguous"))
                .containsText("This mail can be read in more than one way: a part says twice what it is.");
        Pictures.take(page, "ambiguous");
    }

    @Test
    void who_does_not_see_the_ticket_has_no_original_either() {
        server.mail(ann, address, plain(ann, "Chairs", "twelve please"));
        var ticket = onlyTicket();
        assertThat(there(() -> filed.letter(ticket.number(), 1))).isPresent();
        assertThat(there(() -> filed.letter(ticket.number(), 2))).isEmpty();
        assertThat(there(() -> {
                    Sight.narrowTo(424_242);
                    try {
                        return filed.letter(ticket.number(), 1);
                    } finally {
                        Sight.restore();
                    }
                }))
                .isEmpty();
    }

    @Test
    void a_link_in_a_mail_opens_in_a_page_of_its_own(Page page) {
        server.mail(ann, address, """
                From: %s
                Subject: A link
                Content-Type: text/html

                <p>See <a href="http://localhost:%d/%s/sign-in">there</a></p>
                """.formatted(ann, port, slug));
        var ticket = onlyTicket();
        signIn(page, Role.AGENT);
        page.navigate(house() + "/tickets/" + ticket.number());
        page.getByText("As it was laid out").click();
        var popup = page.waitForPopup(
                () -> page.frameLocator("iframe.laid-out").getByText("there").click());
        assertThat(popup.evaluate("() => window.opener")).isNull();
    }

    static String hostile() {
        var remote = "https://evil.example/";
        return Set.of(
                        "<script>alert(1)</script>",
                        "<img src=x onerror=alert(1)>",
                        "<img src=" + remote + "a>",
                        "<img srcset='" + remote + "b 2x'>",
                        "<picture><source srcset='" + remote + "c'><img></picture>",
                        "<body background='" + remote + "d'>",
                        "<table background='" + remote + "e'><tr><td background='" + remote + "f'>x</table>",
                        "<div style=\"background:url('" + remote + "g')\">x</div>",
                        "<div style=\"background:u\\72l(" + remote + "h)\">x</div>",
                        "<div style='list-style-image:url(" + remote + "i)'>x</div>",
                        "<style>@import '" + remote + "j';p{background:url(" + remote + "k)}</style>",
                        "<style>@font-face{font-family:x;src:url(" + remote + "l)}p{font-family:x}</style>",
                        "<link rel=stylesheet href='" + remote + "m'><link rel=prefetch href='" + remote + "n'>",
                        "<link rel=dns-prefetch href='" + remote + "'><base href='" + remote + "'>",
                        "<meta http-equiv=refresh content='0;url=" + remote + "o'>",
                        "<video poster='" + remote + "p' src='" + remote + "q' autoplay></video>",
                        "<audio src='" + remote + "r' autoplay></audio><bgsound src='" + remote + "s'>",
                        "<object data='" + remote + "t'></object><embed src='" + remote + "u'>",
                        "<iframe src='" + remote + "v'></iframe><iframe srcdoc='<script>alert(1)</script>'></iframe>",
                        "<svg><image href='" + remote + "w'/><use href='" + remote
                                + "x#y'/><script>alert(1)</script></svg>",
                        "<svg><animate attributeName=href values='javascript:alert(1)'/></svg>",
                        "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table></math>",
                        "<form action='" + remote + "y'><input autofocus onfocus=alert(1)><button>go</button></form>",
                        "<details open ontoggle=alert(1)><summary>z</summary>w</details>",
                        "<a href='javascript:alert(1)' id=x>x</a><a ping='" + remote + "z' href='#'>y</a>",
                        "<div hx-get='/sign-in' hx-trigger=load>x</div><div data-hx-get='/x' data-hx-trigger=load>x</div>",
                        "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">")
                .stream()
                .collect(Collectors.joining("\n"));
    }

    private String withPicture() {
        var pixel = Base64.getEncoder().encodeToString(PIXEL);
        return """
                From: %s
                Subject: Re: A picture
                MIME-Version: 1.0
                Content-Type: multipart/related; boundary=b

                --b
                Content-Type: text/html; charset=utf-8

                <p>It says <img src="cid:p1@x" alt="the message"></p>
                <div class="gmail_quote">On Mon, 2 Nov 2026, Nadia wrote:<blockquote>Old words</blockquote></div>
                --b
                Content-Type: image/png; name=p.png
                Content-ID: <p1@x>
                Content-Disposition: inline
                Content-Transfer-Encoding: base64

                %s
                --b--
                """.formatted(ann, pixel);
    }

    private void signIn(Page page, Role role) {
        there(() -> agents.add(new NewAgent(
                "Mara", "mara@" + slug + ".example", role, Set.of("user-support"), passwords.hash(PASSWORD))));
        page.navigate(house() + "/sign-in");
        page.locator("input[name=email]").fill("mara@" + slug + ".example");
        page.locator("input[name=password]").fill(PASSWORD);
        page.locator("button.primary").click();
        page.waitForURL(url -> !url.contains("sign-in"));
    }

    private String house() {
        return "http://localhost:%d/%s".formatted(port, slug);
    }
}
