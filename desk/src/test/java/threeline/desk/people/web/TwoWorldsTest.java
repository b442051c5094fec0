package threeline.desk.people.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import threeline.desk.content.Content;
import threeline.desk.people.AgentId;
import threeline.desk.people.NewAgent;
import threeline.desk.people.NewRequester;
import threeline.desk.people.Requester;
import threeline.desk.people.Role;
import threeline.desk.people.access.ApiTokens;
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
 * suggestions, the pages of one ticket. After ServiceNow CVE-2025-3648, where counting told what reading did not.
 */
class TwoWorldsTest extends RunningDesk {

    @LocalServerPort
    int port;

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
        var pages = List.of(
                "/portal",
                "/portal/requests",
                "/portal/requests?all",
                "/portal/requests?before=1000",
                "/portal/requests/%d".formatted(one.anns().value()),
                "/portal/requests/%d".formatted(one.carls().value()),
                "/portal/requests/7",
                "/portal/requests/1/entries/2/files/0",
                "/portal/ask",
                "/portal/you/data");
        assertThat(seen(other, asking(other, other.ann()), pages)).isEqualTo(seen(one, asking(one, one.ann()), pages));
    }

    @Test
    void cve_2025_3648_to_a_super_user_another_organization_changes_nothing() {
        hideFromAcme(other);
        other.desk().run(() -> noteOn(other, other.carls()));
        var pages = List.of(
                "/portal",
                "/portal/requests",
                "/portal/requests?all",
                "/portal/requests/%d".formatted(one.carls().value()),
                "/portal/requests/7");
        assertThat(seen(other, asking(other, other.sue()), pages)).isEqualTo(seen(one, asking(one, one.sue()), pages));
    }

    @Test
    void cve_2025_3648_to_an_outside_agent_another_organization_changes_nothing() {
        hideFromAcme(other);
        var pages = List.of(
                "/queue/all",
                "/queue/unassigned",
                "/queue/all/pane",
                "/counts",
                "/search?q=canal",
                "/search?q=GLO-7",
                "/calls/callers?who=b",
                "/calls/callers?who=5550",
                "/organizations",
                "/organizations/other",
                "/watch",
                "/tickets/7");
        assertThat(seen(other, outside(other), pages)).isEqualTo(seen(one, outside(one), pages));
        var answers = List.of("/tickets", "/tickets?search=canal", "/tickets?status=open", "/tickets/7", "/charter");
        assertThat(told(other, answers)).isEqualTo(told(one, answers));
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

    List<String> told(World world, List<String> paths) {
        var karl = "karl@%s.example".formatted(world.desk().slug());
        var token = world.desk()
                .call(() -> tokens.make(agents.find(karl).orElseThrow().id(), "test", Set.of(Scope.READ), null));
        var told = new ArrayList<String>();
        for (var path : paths) {
            told.add(
                    plain(world, new Program(port, token.text()).get(path).raw().body()));
        }
        return told;
    }

    static String plain(World world, String body) {
        return body.replace(world.desk().slug(), "desk")
                .replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "")
                .replaceAll("X-CSRF-TOKEN[^}]*}", "")
                .replaceAll("told-\\d+|portal-ask-\\d+|value=\"\\d+\"|/agents/\\d+", "")
                .replaceAll("\"(id|agent|requester|organization)\":\\d+", "");
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
