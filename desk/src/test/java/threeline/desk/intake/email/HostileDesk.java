package threeline.desk.intake.email;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import threeline.desk.audit.Line;
import threeline.desk.audit.Trail;
import threeline.desk.contract.Drafts;
import threeline.desk.notification.Templates;
import threeline.desk.people.Agent;
import threeline.desk.people.NewAgent;
import threeline.desk.people.NewRequester;
import threeline.desk.people.Requester;
import threeline.desk.people.Role;
import threeline.desk.people.access.Accounts;
import threeline.desk.people.access.ApiTokens;
import threeline.desk.people.access.Passwords;
import threeline.desk.people.access.Scope;
import threeline.desk.people.erasure.Erasures;
import threeline.desk.people.erasure.Whom;
import threeline.desk.people.provider.NewProvider;
import threeline.desk.people.provider.Provider;
import threeline.desk.people.provider.Providers;
import threeline.desk.ticket.NewMessage;
import threeline.desk.ticket.NewTicket;
import threeline.desk.ticket.Ticket;
import threeline.desk.ticket.TicketEvent;
import threeline.desk.webhook.Hooks;
import threeline.testing.IdentityProvider;

/** A desk where in everything that another may write stands something that would run, each with a name to be found by. */
abstract class HostileDesk extends AtTheDoor {

    static final String PASSWORD = "a good long one";

    /** Closes what it may stand in, and asks in each way that a page could be made to. */
    static final String HOSTILE = "'\"></textarea></title><img src=//evil.example/a onerror=alert(1)>"
            + "<script>alert(2)</script><p hx-get=/zqevil hx-trigger=load onclick=alert(3)>";

    /** What the charter says to people, by its key. */
    private static final Pattern SAID =
            Pattern.compile("(?<=[{,] )(name|means|needs|else): (?!\\[)(\"[^\"]*\"|[^\"',}\\[\\]\\n#]+?)(?= *[,}])");

    /** The same on a line of its own, where a comma ends nothing. */
    private static final Pattern LINE =
            Pattern.compile("(?m)(?<=^ {4})(name|means|needs|else): (?![\\[{])(\\S[^\\n]*?)(?= *(?: #[^\\n]*)?$)");

    private static final Pattern LISTED = Pattern.compile("\\b(examples|does|may): \\[([^\\]]*)\\]");
    private static final Pattern REASON = Pattern.compile("(beyond-level-[12]|not-by-phone|a-bug): ([^,}\\n]+)");
    private static final Pattern SECTION = Pattern.compile("(?m)^(\\w+):");

    @Autowired
    Passwords passwords;

    @Autowired
    Templates templates;

    @Autowired
    Drafts drafts;

    @Autowired
    Hooks hooks;

    @Autowired
    Providers providers;

    @Autowired
    ApiTokens tokens;

    @Autowired
    Erasures erasures;

    @Autowired
    Accounts accounts;

    @Autowired
    Trail trail;

    IdentityProvider identities;
    ServerSocket program;
    long provider;
    Ticket ticket;
    Ticket bobs;

    /** Were it to come alive, it would ask for something of that name. */
    static String called(String name) {
        return "zq" + name + HOSTILE.replace("example/a", "example/" + name);
    }

    @BeforeEach
    void something_hostile_in_everything() throws IOException {
        var charter = hostileCharter();
        there(() -> charters.putInForce(charter, called("author"), called("why")));
        there(this::template);
        identities = new IdentityProvider(time);
        program = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::answers);
        server.mail(ann, address, mail());
        ticket = onlyTicket();
        server.mail(ann, address, "To: %s\nSubject: %s\n\nThis is from nobody.".formatted(address, called("nobody")));
        awaitStates("quarantined", 1);
        var ada = there(this::ada);
        tenant.run(() -> {
            onPeople(ada);
            onTickets(ada);
            besideThem(ada);
        });
    }

    @AfterEach
    void ends() throws IOException {
        identities.close();
        program.close();
    }

    private boolean template() {
        try {
            templates.put("opened", "en", null, called("template") + " {{words}}", HOSTILE);
            return true;
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** Whoever runs it: their name stands in the page's own frame. */
    private Agent ada() {
        var hash = passwords.hash(PASSWORD);
        return agents.add(new NewAgent(called("ada"), "ada@" + slug + ".example", Role.ADMIN, Set.of(), hash));
    }

    private void onPeople(Agent ada) {
        var bob = requester("bob", called("organization"));
        bobs = desk.open(NewTicket.of(bob.id(), "email", called("subject"), called("text")));
        erasures.want(new Whom.OfRequesters(requester("eve", null).id()), called("erased"), ada.id());
        accounts.invite(
                new NewAgent(called("invited"), "invited@" + slug + ".example", Role.AGENT, Set.of("europe-1"), null));
    }

    private Requester requester(String name, String organization) {
        return requesters.add(new NewRequester(
                called(name), "%s@%s.example".formatted(name, slug), null, organization, organization != null));
    }

    private void onTickets(Agent ada) {
        var number = ticket.number();
        desk.note(number, NewMessage.of(called("note")), ada.id());
        desk.reply(number, NewMessage.of(called("reply")), ada.id());
        desk.does(number, new TicketEvent.Called(true), NewMessage.of(called("call")), nadia);
        desk.does(number, new TicketEvent.VendorAsked("suite-maker"), NewMessage.of(called("asked")), nadia);
        desk.vendorReplies(number, NewMessage.of(called("vendor")));
        desk.does(number, new TicketEvent.VendorReferred(called("reference")), nadia);
        desk.does(number, new TicketEvent.Escalated("2", "not-by-phone"), NewMessage.of(called("up")), nadia);
        desk.assign(number, ada.id(), nadia);
        desk.does(bobs.number(), new TicketEvent.Held("awaiting-vendor"), NewMessage.of(called("hold")), nadia);
    }

    private void besideThem(Agent ada) {
        drafts.save(ada.id(), "# " + called("draft"), 1);
        hooks.add("http://127.0.0.1:%d/zqhook'onerror=alert(1)".formatted(program.getLocalPort()));
        tokens.make(ada.id(), called("token"), Set.of(Scope.READ), null);
        trail.add(new Line(Line.What.DONE, called("actor"), called("doing"), called("detail")));
        var roles = List.of(new Provider.GroupRole(called("group"), Role.AGENT));
        provider = providers.add(new NewProvider(
                called("provider"),
                identities.issuer(),
                IdentityProvider.CLIENT,
                IdentityProvider.SECRET,
                new Provider.Rules("groups", true, true, Provider.Vouches.NEVER, roles)));
    }

    /** In each text of the charter, called by the key or the part of it where it stands. */
    private String hostileCharter() throws IOException {
        var text = Files.readString(Path.of("../charters/global-desk.yaml"))
                .replace("help@global-desk.example", address)
                .replace("suite-maker.example", slug + "-maker.example")
                .replace("desk: Global Service Desk", "desk: " + quoted(called("desk")));
        var parts = SECTION.matcher(text).results().toList();
        var all = new StringBuilder(text.substring(0, parts.getFirst().start()));
        for (var i = 0; i < parts.size(); i++) {
            var end = i + 1 < parts.size() ? parts.get(i + 1).start() : text.length();
            all.append(
                    hostile(parts.get(i).group(1), text.substring(parts.get(i).start(), end)));
        }
        return all.toString();
    }

    private static String hostile(String part, String text) {
        Function<Matcher, String> said = it -> it.group(1) + ": "
                + quoted(called(it.group(1).equals("name") ? part : it.group(1)) + bare(it.group(2)));
        var named = replaced(LINE, replaced(SAID, text, said), said);
        var reasons = replaced(REASON, named, it -> it.group(1) + ": " + quoted(called("reason") + it.group(2)));
        return replaced(LISTED, reasons, it -> "%s: [%s]".formatted(it.group(1), quoted(called(it.group(1)))));
    }

    private static String replaced(Pattern what, String text, Function<Matcher, String> by) {
        var matcher = what.matcher(text);
        var all = new StringBuilder();
        while (matcher.find()) {
            matcher.appendReplacement(all, Matcher.quoteReplacement(by.apply(matcher)));
        }
        return matcher.appendTail(all).toString();
    }

    private static String bare(String value) {
        return value.replace("\"", "").strip();
    }

    private static String quoted(String value) {
        return "'" + value.replace("'", "''") + "'";
    }

    /** A program that is told, and answers with more than a status. */
    private void answers() {
        while (!program.isClosed()) {
            try (var socket = program.accept()) {
                var answer = called("answer");
                socket.getOutputStream()
                        .write("HTTP/1.1 500 %s\r\nX-Answer: %s\r\n\r\n%s"
                                .formatted(answer, answer, answer)
                                .getBytes(ISO_8859_1));
            } catch (IOException over) {
                // the test has ended
            }
        }
    }

    private String mail() {
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
                Content-Type: text/html; name="zqfile'><img src=x onerror=alert(5)>.html"
                Content-Disposition: attachment

                <script>alert(6)</script>
                --b--
                """.formatted(
                        called("sender").replace("\"", "\\\""),
                        ann,
                        called("mailed"),
                        called("written"),
                        OnTheTimelineTest.hostile());
    }
}
