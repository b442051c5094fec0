package threeline.desk.people.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import threeline.desk.content.Content;
import threeline.desk.contract.Drafts;
import threeline.desk.mail.MailAddress;
import threeline.desk.mail.Onlookers;
import threeline.desk.people.Agent;
import threeline.desk.people.NewAgent;
import threeline.desk.people.NewRequester;
import threeline.desk.people.Requester;
import threeline.desk.people.Role;
import threeline.desk.people.access.ApiTokens;
import threeline.desk.people.access.Scope;
import threeline.desk.tenant.Tenant;
import threeline.desk.ticket.Departures;
import threeline.desk.ticket.NewAttachment;
import threeline.desk.ticket.NewMessage;
import threeline.desk.ticket.NewTicket;
import threeline.desk.ticket.TicketEvent;
import threeline.desk.ticket.TicketNumber;
import threeline.desk.webhook.Hooks;
import threeline.testing.HandTurnedTime;
import threeline.testing.Mails;
import threeline.testing.Program;
import threeline.testing.RunningDesk;
import threeline.testing.TestRelay;

/**
 * Everything that somebody may not see has a word of its own, and every page, answer, file and mail that they can get is
 * looked through for all of those. After OTRS CVE-2021-21435, RT CVE-2026-44231, GLPI CVE-2019-14666 and the like: what
 * leaks, leaks on a surface that nobody thought of, so none is left out by hand.
 */
class CanaryCrawlTest extends RunningDesk {

    /** Who looks. */
    enum Who {
        NOBODY,
        REQUESTER,
        SUPER_USER,
        OUTSIDE_AGENT,
        AGENT,
        ADMINISTRATOR,
        ELSEWHERE;

        static final Set<Who> DESK = EnumSet.of(AGENT, ADMINISTRATOR);
        static final Set<Who> AGENTS = EnumSet.of(OUTSIDE_AGENT, AGENT, ADMINISTRATOR);
        static final Set<Who> ACME = EnumSet.of(SUPER_USER, OUTSIDE_AGENT, AGENT, ADMINISTRATOR);
        static final Set<Who> ANN = EnumSet.of(REQUESTER, SUPER_USER, OUTSIDE_AGENT, AGENT, ADMINISTRATOR);
    }

    static final int MOST_PAGES = 700;
    static final int MOST_ENTRIES = 25;
    static final Pattern LINK = Pattern.compile("(?:href|src|hx-get)=\"([^\"#]+)");

    @LocalServerPort
    int port;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    @Autowired
    Drafts drafts;

    @Autowired
    Onlookers onlookers;

    @Autowired
    ApiTokens tokens;

    @Autowired
    Departures departures;

    @Autowired
    Hooks hooks;

    final String unique = UUID.randomUUID().toString().substring(0, 8);

    /** Each word, and who may see it. */
    final Map<String, Set<Who>> words = new LinkedHashMap<>();

    final Map<Who, Set<String>> seen = new LinkedHashMap<>();
    final List<String> leaked = new ArrayList<>();
    final Set<Long> numbers = new TreeSet<>();

    Tenant foreign;
    Agent ada;
    Agent nadia;
    Agent karl;
    Requester ann;
    Requester sue;

    @BeforeEach
    void desks_full_of_words() throws IOException {
        time.set(HandTurnedTime.MONDAY_AT_NINE);
        tenant = made("canary-" + unique, word("why", Who.AGENTS));
        foreign = made("canary-f-" + unique, word("foreign-why", Set.of(Who.ELSEWHERE)));
        ada = hires(tenant, "Ada", Role.ADMIN, null);
        nadia = hires(tenant, "Nadia", Role.AGENT, null);
        karl = hires(tenant, "Karl", Role.AGENT, "Acme");
        ann = knows(tenant, "Ann", "Acme", false);
        sue = knows(tenant, "Sue", "Acme", true);
        sowOnAnnsTicket();
        sowBesideIt();
        sowElsewhere();
    }

    /** A word that is found again wherever it stands; all of them are found by the one word zebra. */
    String word(String name, Set<Who> holders) {
        var word = "zq%s%s".formatted(name.replace("-", ""), unique);
        words.put(word, holders);
        return word;
    }

    String among(String name) {
        return "zebra " + word(name, Who.AGENTS);
    }

    void sowOnAnnsTicket() {
        var number = opens(tenant, ann, word("own-subject", Who.ANN), word("own-text", Who.ANN));
        var quiet = hires(tenant, word("holder", Who.AGENTS), Role.AGENT, null);
        tenant.run(() -> {
            desk.reply(number, NewMessage.of("zebra " + word("reply", Who.ANN)), nadia.id());
            var file = new NewAttachment(
                    word("note-file", Who.AGENTS) + ".txt",
                    "text/plain",
                    Content.of(among("note-file-text").getBytes(StandardCharsets.UTF_8)));
            desk.note(number, new NewMessage(null, among("note"), List.of(file)), nadia.id());
            desk.echo(number, NewMessage.of(among("echo")), "out of office");
            does(number, new TicketEvent.Consulted("2"), "consultation");
            does(number, new TicketEvent.Called(true), "call");
            does(number, new TicketEvent.Escalated("2", "not-by-phone"), "escalation");
            does(number, new TicketEvent.VendorAsked("suite-maker"), "vendor-asked");
            desk.vendorReplies(number, NewMessage.of(among("vendor-reply")));
            desk.does(number, new TicketEvent.VendorReferred(word("vendor-reference", Who.AGENTS)), nadia.id());
            desk.assign(number, quiet.id(), nadia.id());
            does(number, new TicketEvent.Held(firstHold()), "hold");
            departures.reply(number, NewMessage.of("zebra " + word("later-reply", Who.ANN)), "", nadia.id());
            onlookers.suggest(
                    number.reference("GLO"),
                    List.of(MailAddress.of(word("onlooker", Who.AGENTS) + "@nowhere.example")));
        });
        var joined = opens(tenant, ann, "Another canal", "The same.");
        tenant.run(() -> {
            desk.note(joined, NewMessage.of(among("joined-note")), nadia.id());
            desk.merge(joined, number, nadia.id());
        });
    }

    void does(TicketNumber number, TicketEvent.Act act, String name) {
        desk.does(number, act, NewMessage.of(among(name)), nadia.id());
    }

    String firstHold() {
        return charters.current().charter().holds().keySet().iterator().next();
    }

    void sowBesideIt() {
        var carl = person(tenant, "colleague", "Acme", Who.ACME);
        opens(tenant, carl, word("colleague-subject", Who.ACME), word("colleague-text", Who.ACME));
        var bob = person(tenant, "other", word("other-organization", Who.DESK), Who.DESK);
        var others = opens(tenant, bob, word("other-subject", Who.DESK), word("other-text", Who.DESK));
        tenant.run(() -> {
            desk.note(others, NewMessage.of("zebra " + word("other-note", Who.DESK)), nadia.id());
            hooks.add("http://127.0.0.1:65000/" + word("hook", Set.of(Who.ADMINISTRATOR)));
            tokens.make(ada.id(), word("token", Set.of(Who.ADMINISTRATOR)), Set.of(Scope.READ), null);
            drafts.save(ada.id(), "# " + word("draft", Set.of(Who.ADMINISTRATOR)), 1);
        });
    }

    void sowElsewhere() {
        var there = Set.of(Who.ELSEWHERE);
        hires(foreign, "Ada", Role.ADMIN, null);
        var eve = person(foreign, "foreign", word("foreign-organization", there), there);
        var number = opens(foreign, eve, word("foreign-subject", there), word("foreign-text", there));
        foreign.run(() -> desk.note(number, NewMessage.of("zebra " + word("foreign-note", there)), agentOf(foreign)));
    }

    threeline.desk.people.AgentId agentOf(Tenant at) {
        return agents.find("ada@" + at.slug() + ".example").orElseThrow().id();
    }

    @Test
    void nobody_gets_a_word_that_is_not_for_them_on_any_surface() {
        crawl(Who.NOBODY, new Visitor(port), tenant);
        crawl(Who.REQUESTER, asking(ann), tenant);
        crawl(Who.SUPER_USER, asking(sue), tenant);
        crawl(Who.OUTSIDE_AGENT, signedIn(tenant, karl), tenant);
        crawl(Who.AGENT, signedIn(tenant, nadia), tenant);
        crawl(Who.ADMINISTRATOR, signedIn(tenant, ada), tenant);
        crawl(Who.ELSEWHERE, signedIn(foreign, tenant.call(() -> ada)), foreign);
        crawl(Who.ELSEWHERE, signedIn(foreign, tenant.call(() -> ada)), tenant);
        programs(Who.OUTSIDE_AGENT, karl);
        programs(Who.AGENT, nadia);
        mails(Who.REQUESTER, ann);
        mails(Who.SUPER_USER, sue);
        seen.forEach((who, found) -> System.out.printf("%s saw %d of %d words%n", who, found.size(), words.size()));
        assertThat(leaked).isEmpty();
        assertThat(words).hasSizeGreaterThanOrEqualTo(40);
        for (var who : List.of(Who.REQUESTER, Who.SUPER_USER, Who.ELSEWHERE)) {
            assertThat(unseenBy(who)).as("what %s may see and did not", who).isEmpty();
        }
        assertThat(unseenBy(Who.ADMINISTRATOR)).hasSizeLessThan(2);
    }

    /** A word that nobody meets proves nothing. */
    List<String> unseenBy(Who who) {
        return words.entrySet().stream()
                .filter(it -> it.getValue().contains(who))
                .map(Map.Entry::getKey)
                .filter(it -> !seen.getOrDefault(who, Set.of()).contains(it))
                .toList();
    }

    /** Every handler that answers to GET with all numbers there are, and whatever the pages lead to from there. */
    void crawl(Who who, Visitor visitor, Tenant at) {
        var ahead = new ArrayDeque<String>();
        endpoints()
                .filter(it -> !it.startsWith("/api/"))
                .flatMap(this::filled)
                .forEach(it -> ahead.add("/" + at.slug() + it));
        var met = new LinkedHashSet<>(ahead);
        for (var pages = 0; !ahead.isEmpty() && pages < MOST_PAGES; pages++) {
            var path = ahead.remove();
            var answer = visitor.get(path);
            look(who, path, answer);
            answer.headers()
                    .firstValue("Location")
                    .filter(it -> it.startsWith("/files/"))
                    .ifPresent(pass -> look(who, path + " by its pass", new Visitor(port).get(pass)));
            LINK.matcher(answer.body())
                    .results()
                    .map(it -> it.group(1).replace("&amp;", "&"))
                    .forEach(link -> {
                        if (link.startsWith("/" + at.slug() + "/") && !isEndless(link) && met.add(link)) {
                            ahead.add(link);
                        }
                    });
        }
        assertThat(ahead)
                .as("pages that %s was not led to for their number", who)
                .isEmpty();
    }

    /** A stream, and a calendar with a way to the next day on each day. */
    static boolean isEndless(String link) {
        return link.contains("/live") || link.contains("date=");
    }

    void programs(Who who, Agent agent) {
        var token = tenant.call(() -> tokens.make(agent.id(), "crawl", Set.of(Scope.READ), null));
        var program = new Program(port, token.text());
        endpoints()
                .filter(it -> it.startsWith("/api/v1"))
                .flatMap(this::filled)
                .forEach(it -> look(
                        who, it, program.get(it.substring("/api/v1".length())).raw()));
        look(who, "search", program.get("/tickets?search=zebra").raw());
    }

    Stream<String> endpoints() {
        return mapping.getHandlerMethods().entrySet().stream()
                .filter(it -> it.getValue().getBeanType().getPackageName().startsWith("threeline"))
                .filter(it -> {
                    var methods = it.getKey().getMethodsCondition().getMethods();
                    return methods.isEmpty() || methods.contains(RequestMethod.GET);
                })
                .flatMap(it -> it.getKey().getPatternValues().stream())
                .filter(it -> !it.equals("/live") && !it.startsWith("/dev/") && !it.contains("passkey"));
    }

    Stream<String> filled(String pattern) {
        var path = pattern.replaceAll("\\{kind:[^}]*}", "group")
                .replaceAll("\\{view[^}]*}", "all")
                .replaceAll("\\{key[^}]*}", "acme")
                .replaceAll("\\{version[^}]*}", "1");
        var asked =
                path.equals("/search") ? path + "?q=zebra" : path.equals("/calls/callers") ? path + "?who=zq" : path;
        var about = asked.matches(".*\\{(number|called)[^}]*}.*")
                ? numbers.stream().map(it -> asked.replaceAll("\\{(number|called)[^}]*}", "" + it))
                : Stream.of(asked);
        return about.flatMap(it -> it.matches(".*\\{(entry|nth)}.*")
                ? Stream.iterate(1, entry -> entry + 1)
                        .limit(MOST_ENTRIES)
                        .map(entry -> "" + entry)
                        .map(entry -> it.replaceFirst("\\{(entry|nth)}", entry).replaceAll("\\{[^}]*}", "0"))
                : Stream.of(it.replaceAll("\\{[^}]*}", "1")));
    }

    void mails(Who who, Requester to) {
        TestRelay.mailsTo(java.util.Objects.requireNonNull(to.email()))
                .forEach(mail -> look(who, "a mail", Mails.text(mail) + mail.text()));
    }

    void look(Who who, String where, HttpResponse<String> answer) {
        look(who, where, answer.body() + answer.headers().map());
    }

    void look(Who who, String where, String text) {
        words.forEach((word, holders) -> {
            if (text.contains(word)) {
                seen.computeIfAbsent(who, _ -> new TreeSet<>()).add(word);
                if (!holders.contains(who)) {
                    leaked.add("%s to %s on %s".formatted(word, who, where));
                }
            }
        });
    }

    Visitor asking(Requester who) {
        var visitor = new Visitor(port);
        visitor.comesIn(tenant.slug(), java.util.Objects.requireNonNull(who.email()));
        return visitor;
    }

    Visitor signedIn(Tenant at, Agent agent) {
        var visitor = new Visitor(port);
        visitor.signIn(at.slug(), agent.email().replace(tenant.slug(), at.slug()), DeskWithAccounts.PASSWORD);
        return visitor;
    }

    TicketNumber opens(Tenant at, Requester who, String subject, String text) {
        var number = there(at, () -> desk.open(NewTicket.of(who.id(), "email", subject, "zebra " + text)))
                .number();
        numbers.add(number.value());
        return number;
    }

    /** Somebody with words for a name, an address and a number; how to reach them the desk alone knows. */
    Requester person(Tenant at, String name, String organization, Set<Who> holders) {
        var known = holders == Who.ACME ? Who.AGENTS : holders;
        var address = word(name + "-address", known) + "@people.example";
        var number = "+44%d".formatted(Math.abs((name + unique).hashCode()) + 7_000_000_000L);
        words.put(number, known);
        return there(
                at,
                () -> requesters.add(
                        new NewRequester(word(name + "-name", holders), address, number, organization, false)));
    }

    Requester knows(Tenant at, String name, String organization, boolean speaks) {
        var address = "%s.%s@acme.example".formatted(name.toLowerCase(java.util.Locale.ROOT), unique);
        return there(at, () -> requesters.add(new NewRequester(name, address, null, organization, speaks)));
    }

    Agent hires(Tenant at, String name, Role role, String organization) {
        var address = "%s@%s.example".formatted(name.toLowerCase(java.util.Locale.ROOT), at.slug());
        var hash = passwords.hash(DeskWithAccounts.PASSWORD);
        return there(at, () -> agents.add(new NewAgent(name, address, role, Set.of(), Set.of(), organization, hash)));
    }

    Tenant made(String slug, String why) throws IOException {
        var charter = Files.readString(Path.of("../charters/global-desk.yaml"))
                .replace("help@global-desk.example", "help@%s.example".formatted(slug));
        var made = tenants.add(slug, "Canaries");
        made.run(() -> charters.putInForce(charter, "test", why));
        return made;
    }

    static <T> T there(Tenant at, Supplier<T> work) {
        return at.call(work);
    }
}
