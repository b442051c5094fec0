package threeline.desk.people.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import threeline.desk.content.Content;
import threeline.desk.people.AgentId;
import threeline.desk.people.NewAgent;
import threeline.desk.people.NewRequester;
import threeline.desk.people.Requester;
import threeline.desk.people.Role;
import threeline.desk.people.access.Actor;
import threeline.desk.people.access.ApiTokens;
import threeline.desk.people.access.Asker;
import threeline.desk.people.access.Scope;
import threeline.desk.tenant.Tenant;
import threeline.desk.ticket.NewAttachment;
import threeline.desk.ticket.NewMessage;
import threeline.desk.ticket.NewTicket;
import threeline.desk.ticket.TicketNumber;
import threeline.testing.HandTurnedTime;
import threeline.testing.Program;
import threeline.testing.RunningDesk;

/**
 * Two desks that differ only in what somebody may not see look the same to them: lists and their order, counts, search,
 * suggestions, the pages of one ticket: all that they may ask for at all, and with each question. After ServiceNow CVE-2025-3648, where counting told what reading did not.
 */
class TwoWorldsTest extends RunningDesk {

    @LocalServerPort
    int port;

    static final int MOST_PAGES = 5;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    @Autowired
    ApiTokens tokens;

    final String unique = UUID.randomUUID().toString().substring(0, 8);
    World one;
    World other;

    /** A desk with a ticket of Ann's and one of Carl's, both of Acme. */
    record World(Tenant desk, AgentId nadia, Requester ann, Requester sue, TicketNumber anns, TicketNumber carls) {}

    @BeforeEach
    void the_same_desk_twice() throws IOException {
        time.set(HandTurnedTime.MONDAY_AT_NINE);
        one = world("worlds-1-" + unique);
        other = world("worlds-2-" + unique);
    }

    @Test
    void cve_2025_3648_to_a_requester_what_is_anothers_or_internal_changes_nothing() {
        hideFromAsker(other);
        var pages = asking().of(new Asker(one.ann()), false);
        var seen = seen(one, asking(one, one.ann()), pages);
        assertThat(seen(other, asking(other, other.ann()), pages)).isEqualTo(seen);
        assertThat(seen.values()).anyMatch(it -> it.contains("A canal is frozen"));
    }

    @Test
    void cve_2025_3648_to_a_super_user_another_organization_changes_nothing() {
        hideFromAcme(other);
        other.desk().run(() -> noteOn(other, other.carls()));
        var pages = asking().of(new Asker(one.sue()), false);
        var seen = seen(one, asking(one, one.sue()), pages);
        assertThat(seen(other, asking(other, other.sue()), pages)).isEqualTo(seen);
        assertThat(seen.values()).anyMatch(it -> it.contains("A canal is dry"));
    }

    @Test
    void cve_2025_3648_to_an_outside_agent_another_organization_changes_nothing() {
        hideFromAcme(other);
        var karl = actor(one);
        var pages = asking().of(karl, false);
        System.out.printf("looked at %d pages twice%n", pages.size());
        var seen = seen(one, outside(one), pages);
        assertThat(seen(other, outside(other), pages)).isEqualTo(seen);
        assertThat(seen.values()).anyMatch(it -> it.contains("A canal is dry"));
        var answers = asking().of(karl, true);
        assertThat(told(other, answers)).isEqualTo(told(one, answers));
    }

    /** A page that asks for something this test has no value for would be looked at without it. */
    @Test
    void every_question_that_a_list_takes_is_asked() {
        assertThat(Stream.of(new Asker(one.ann()), new Asker(one.sue()), actor(one))
                        .flatMap(it -> asking().unknown(it).stream()))
                .isEmpty();
    }

    AllQuestions asking() {
        return new AllQuestions(mapping, List.of(one.anns(), one.carls(), new TicketNumber(7)));
    }

    /** What Ann may not know of: all others' requests, and what is said of hers among the desk. */
    void hideFromAsker(World world) {
        hideFromAcme(world);
        world.desk().run(() -> {
            noteOn(world, world.anns());
            noteOn(world, world.carls());
            desk.open(NewTicket.of(world.sue().id(), "email", "A canal of Sue's", "It is dry."));
        });
    }

    void hideFromAcme(World world) {
        world.desk().run(() -> {
            var bob = requesters.add(
                    new NewRequester("Bob Barge", "bob@other.example", "+44 20 5550 1234", "Other", false));
            for (var more = 0; more < 30; more++) {
                desk.open(NewTicket.of(bob.id(), "email", "A canal of Bob's", "A canal is a canal."));
            }
        });
    }

    void noteOn(World world, TicketNumber ticket) {
        var file = new NewAttachment("bill.txt", "text/plain", Content.of(new byte[] {1}));
        desk.note(ticket, new NewMessage(null, "They never pay.", List.of(file)), world.nadia());
        desk.assign(ticket, world.nadia(), world.nadia());
    }

    /** Each page without what differs between any two looks at it. */
    Map<String, String> seen(World world, Visitor visitor, List<String> pages) {
        var seen = new LinkedHashMap<String, String>();
        for (var page : pages) {
            var answer = visitor.get("/" + world.desk().slug() + page);
            seen.put(page, answer.statusCode() + plain(world, answer.body()));
        }
        return seen;
    }

    /** By the API, each list to its end. */
    Map<String, String> told(World world, List<String> paths) {
        var token = world.desk()
                .call(() -> tokens.make(agents.find(karl(world)).orElseThrow().id(), "test", Set.of(Scope.READ), null));
        var program = new Program(port, token.text());
        var told = new LinkedHashMap<String, String>();
        for (var path : paths) {
            var next = path.substring("/api/v1".length());
            for (var page = 0; page < MOST_PAGES && !next.isEmpty(); page++) {
                var answer = program.get(next);
                told.put(
                        path + " " + page,
                        answer.status() + plain(world, answer.raw().body()));
                next = AllQuestions.next(next, answer.raw().body());
            }
        }
        return told;
    }

    Actor actor(World world) {
        return world.desk().call(() -> new Actor(agents.find(karl(world)).orElseThrow(), EnumSet.allOf(Scope.class)));
    }

    static String karl(World world) {
        return "karl@%s.example".formatted(world.desk().slug());
    }

    static String plain(World world, String body) {
        return body.replace(world.desk().slug(), "desk")
                .replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "")
                .replaceAll("X-CSRF-TOKEN[^}]*}", "")
                .replaceAll("<svg class=\"account-picture.*|<code class=\"account-key.*", "")
                .replaceAll(
                        "\\{\"held\":\"trail\"[^\n]*\"kind\":\"seen\"[^\n]*\n",
                        "") // of their own looks, the last come later
                .replaceAll("told-\\d+|portal-ask-\\d+|value=\"\\d+\"|/agents/\\d+|\"agent \\d+\"", "")
                .replaceAll("\"(id|agent|requester|organization)\":\\d+|\"next\":\"[^\"]*\"", "");
    }

    Visitor asking(World world, Requester who) {
        var visitor = new Visitor(port);
        visitor.comesIn(world.desk().slug(), java.util.Objects.requireNonNull(who.email()));
        return visitor;
    }

    Visitor outside(World world) {
        var visitor = new Visitor(port);
        visitor.signIn(
                world.desk().slug(), "karl@%s.example".formatted(world.desk().slug()), DeskWithAccounts.PASSWORD);
        return visitor;
    }

    World world(String slug) throws IOException {
        var charter = Files.readString(Path.of("../charters/global-desk.yaml"))
                .replace("help@global-desk.example", "help@%s.example".formatted(slug));
        var made = tenants.add(slug, "Worlds");
        return made.call(() -> {
            charters.putInForce(charter, "test", "first");
            var nadia = hires("nadia@%s.example".formatted(slug), null);
            hires("karl@%s.example".formatted(slug), "Acme");
            var ann = knows("ann", slug, false);
            var sue = knows("sue", slug, true);
            var carl = knows("carl", slug, false);
            var anns = desk.open(NewTicket.of(ann.id(), "email", "A canal is frozen", "Since today."));
            var carls = desk.open(NewTicket.of(carl.id(), "email", "A canal is dry", "Since today."));
            desk.reply(anns.number(), NewMessage.of("We look."), nadia);
            return new World(made, nadia, ann, sue, anns.number(), carls.number());
        });
    }

    AgentId hires(String address, @Nullable String organization) {
        var hash = passwords.hash(DeskWithAccounts.PASSWORD);
        return agents.add(new NewAgent("Somebody", address, Role.AGENT, Set.of(), Set.of(), organization, hash))
                .id();
    }

    Requester knows(String name, String slug, boolean speaks) {
        var address = "%s@%s-acme.example".formatted(name, slug);
        return requesters.add(new NewRequester(name, address, null, "Acme", speaks));
    }
}
