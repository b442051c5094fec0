package threeline.desk.people.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
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
import threeline.testing.RunningDesk;

/** Desks on which everything that somebody may not see has a word of its own, and who may see it is known of each. */
abstract class DeskOfCanaries extends RunningDesk {

    /** A group that is bound to its watch, which is not at nine in London. */
    static final String BOUND = "americas-1";

    /** Who looks. */
    enum Who {
        NOBODY,
        REQUESTER,
        SUPER_USER,
        OUTSIDE_AGENT,
        AWAY,
        AGENT,
        MANAGER,
        AUDITOR,
        ADMINISTRATOR,
        ELSEWHERE;

        static final Set<Who> RUN = EnumSet.of(MANAGER, ADMINISTRATOR);
        static final Set<Who> DESK = EnumSet.of(AGENT, MANAGER, AUDITOR, ADMINISTRATOR);
        static final Set<Who> AGENTS = and(DESK, OUTSIDE_AGENT);
        static final Set<Who> STAFF = and(AGENTS, AWAY);
        static final Set<Who> ACME = and(AGENTS, SUPER_USER);
        static final Set<Who> ANN = and(ACME, REQUESTER);

        static Set<Who> and(Set<Who> some, Who another) {
            var all = EnumSet.copyOf(some);
            all.add(another);
            return all;
        }
    }

    @LocalServerPort
    int port;

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

    final Set<Long> numbers = new TreeSet<>();

    Tenant foreign;
    Agent ada;
    Agent nadia;
    Agent karl;
    Agent amy;
    Agent max;
    Agent aud;
    Requester ann;
    Requester sue;

    @BeforeEach
    void desks_full_of_words() throws IOException {
        time.set(HandTurnedTime.MONDAY_AT_NINE);
        tenant = made("canary-" + unique, word("why", Who.STAFF));
        foreign = made("canary-f-" + unique, word("foreign-why", Set.of(Who.ELSEWHERE)));
        ada = hires(tenant, "Ada", Role.ADMIN, null);
        nadia = hires(tenant, "Nadia", Role.AGENT, null);
        karl = hires(tenant, "Karl", Role.AGENT, "Acme");
        amy = hires(tenant, "Amy", Role.AGENT, null, BOUND);
        max = hires(tenant, "Max", Role.MANAGER, null);
        aud = hires(tenant, "Aud", Role.AUDITOR, null);
        ann = knows(tenant, "Ann", "Acme", false);
        sue = knows(tenant, "Sue", "Acme", true);
        hires(foreign, "Ada", Role.ADMIN, null);
        listen();
        sowOnAnnsTicket();
        sowBesideIt();
        sowElsewhere();
    }

    /** What hears of everything while it happens. */
    abstract void listen();

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
        var eve = person(foreign, "foreign", word("foreign-organization", there), there);
        var number = opens(foreign, eve, word("foreign-subject", there), word("foreign-text", there));
        foreign.run(() -> desk.note(number, NewMessage.of("zebra " + word("foreign-note", there)), agentOf(foreign)));
    }

    threeline.desk.people.AgentId agentOf(Tenant at) {
        return agents.find("ada@" + at.slug() + ".example").orElseThrow().id();
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

    Agent hires(Tenant at, String name, Role role, @Nullable String organization, String... groups) {
        var address = "%s@%s.example".formatted(name.toLowerCase(java.util.Locale.ROOT), at.slug());
        var hash = passwords.hash(DeskWithAccounts.PASSWORD);
        return there(
                at, () -> agents.add(new NewAgent(name, address, role, Set.of(groups), Set.of(), organization, hash)));
    }

    Tenant made(String slug, String why) throws IOException {
        var charter = Files.readString(Path.of("../charters/global-desk.yaml"))
                .replace("help@global-desk.example", "help@%s.example".formatted(slug))
                .replace("covers: americas,", "covers: americas, rights: on-watch,");
        var made = tenants.add(slug, "Canaries");
        made.run(() -> charters.putInForce(charter, "test", why));
        return made;
    }

    static <T> T there(Tenant at, Supplier<T> work) {
        return at.call(work);
    }
}
