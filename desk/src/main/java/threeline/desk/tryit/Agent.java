package threeline.desk.tryit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** One of the demo's agents at work, seeing only what pages show. */
final class Agent {

    private final Window window;
    private final String desk;

    Agent(Window window, String desk) {
        this.window = window;
        this.desk = desk;
    }

    /** Signs in as the first agent that the demo's front page invites; says who that is. */
    String signIn() {
        var invited = window.open("/").select("li:has(a[href=/%s/]) tbody tr".formatted(desk)).stream()
                .filter(row -> row.select("td").first() instanceof Element role
                        && role.text().equalsIgnoreCase("agent"))
                .findFirst()
                .orElseThrow(() -> new Failed("the front page to say who may sign in at " + desk, ""));
        var words = invited.select("code");
        var form = form(window.open("/%s/sign-in".formatted(desk)), it -> it.contains("sign-in"));
        var page = window.submit(
                form,
                Map.of("email", words.get(0).text(), "password", words.get(1).text()));
        if (page.location().contains("sign-in")) {
            throw new Failed("to be signed in as " + words.get(0).text(), page.text());
        }
        return invited.select("th").text();
    }

    /** A row of the queue, once it stands there; as text. */
    String queueRow(String subject) {
        return Patience.await(
                "\"%s\" in the queue".formatted(subject),
                () -> Optional.ofNullable(queue().select("tr:has(a[data-row]:contains(%s))".formatted(subject))
                                .first())
                        .map(Element::text),
                () -> queue().select("a[data-row]").eachText().toString());
    }

    private Document queue() {
        return window.open("/%s/queue/all".formatted(desk));
    }

    Document ticket(String number) {
        return window.open("/%s/tickets/%s".formatted(desk, number));
    }

    /** An entry of the timeline, once it stands there. */
    Element entry(String number, String expected, Predicate<Element> wanted) {
        return Patience.await(
                expected,
                () -> ticket(number).select("#timeline > li.entry").stream()
                        .filter(wanted)
                        .findFirst(),
                () -> ticket(number).select("#timeline > li.entry").eachText().toString());
    }

    void reply(String number, String text) {
        window.submit(form(ticket(number), it -> it.endsWith("/replies")), Map.of("text", text));
    }

    void resolve(String number) {
        window.submit(form(ticket(number), it -> it.endsWith("/resolution")), Map.of("because", "A known fix"));
    }

    /** Each promise of a ticket: its name, what it grants, and why it is due then. */
    List<String> promises(String number) {
        return ticket(number).select("#promises li.promise").stream()
                .map(it -> "%s, %s: %s%n          %s"
                        .formatted(
                                it.select("h3").text(),
                                it.select(".promise-target").text(),
                                it.select("summary > span").first() instanceof Element due ? due.text() : "",
                                String.join(
                                        "\n          ",
                                        it.select(".why-list li, .why-source").eachText())))
                .toList();
    }

    private static Element form(Document page, Predicate<String> action) {
        return page.select("form").stream()
                .filter(it -> action.test(it.attr("action")))
                .findFirst()
                .orElseThrow(() -> new Failed(
                        "a form on " + page.location(),
                        page.select("form").eachAttr("action").toString()));
    }
}
