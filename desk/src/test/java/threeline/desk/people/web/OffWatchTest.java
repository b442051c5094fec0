package threeline.desk.people.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import threeline.desk.content.Content;
import threeline.desk.people.Agent;
import threeline.desk.people.NewAgent;
import threeline.desk.people.Role;
import threeline.desk.people.access.ApiTokens;
import threeline.desk.people.access.Scope;
import threeline.desk.ticket.NewAttachment;
import threeline.desk.ticket.NewMessage;
import threeline.desk.ticket.TicketNumber;
import threeline.testing.Program;

/** Whoever is bound to a watch: sees and works on it, is refused from its seam on and told when the next one begins. */
class OffWatchTest extends DeskWithRequests {

    static final String BOUND = "americas-1";
    static final Instant BEGINS = Instant.parse("2026-11-23T14:00:00Z");
    static final Instant ENDS = Instant.parse("2026-11-23T22:00:00Z");
    static final Instant BEGINS_AGAIN = Instant.parse("2026-11-24T14:00:00Z");

    @Autowired
    ApiTokens tokens;

    TicketNumber ticket;

    @BeforeEach
    void the_americas_have_tickets_on_their_watch_alone() throws IOException {
        puts("covers: americas, rights: on-watch,");
        ticket = asked(ann, new NewAttachment("a.txt", "text/plain", Content.of("A file".getBytes(UTF_8))));
    }

    @Test
    void on_watch_they_see_a_ticket_and_beside_it_are_told_when_it_begins() {
        hires("amy", Role.AGENT, null, BOUND);
        time.set(BEGINS.minusSeconds(1));
        var amy = signedIn("amy");
        assertRefused(amy, "Your watch begins on Monday 23 November 2026, 14:00 (Europe/London).");
        time.set(BEGINS);
        assertThat(amy.get(ticketPage()).statusCode()).isEqualTo(200);
        time.set(ENDS.minusSeconds(1));
        assertThat(amy.get(ticketPage()).body()).contains("At this.");
        time.set(ENDS);
        assertRefused(amy, "Your watch begins on Tuesday 24 November 2026, 14:00 (Europe/London).");
        time.set(BEGINS_AGAIN);
        assertThat(signedIn("amy").get(ticketPage()).statusCode()).isEqualTo(200);
    }

    void assertRefused(Visitor visitor, String words) {
        var refused = visitor.get(ticketPage());
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body())
                .contains("This is not yours to do now", words)
                .doesNotContain("At this.");
        assertThat(visitor.get(path("/")).headers().firstValue("Location")).contains(path("/account"));
        assertThat(visitor.get(path("/account")).body()).contains(words).doesNotContain("data-live", "/queue/");
        assertThat(visitor.get(path("/rights")).body()).contains("You are: agent off watch");
    }

    @Test
    void a_page_that_is_open_is_reloaded_by_what_it_asks_for_next() {
        hires("amy", Role.AGENT, null, BOUND);
        time.set(ENDS);
        var counts = signedIn("amy").get(path("/counts"), "HX-Request", "true");
        assertThat(counts.statusCode()).isEqualTo(403);
        assertThat(counts.headers().firstValue("HX-Refresh")).contains("true");
    }

    @Test
    void what_streams_ends_at_the_seam() {
        hires("amy", Role.AGENT, null, BOUND);
        var ada = hires("ada", Role.AGENT, null);
        time.set(BEGINS);
        var amy = signedIn("amy");
        var streaming = new Listening(amy, path("/live"));
        await().until(() -> streaming.lines.contains(": beat"));
        time.set(ENDS);
        await().until(() -> streaming.lines.contains("event: bye"));
        var anew = new Listening(amy, path("/live"));
        await().until(() -> anew.lines.contains("event: bye"));
        tenant.run(() -> desk.note(ticket, NewMessage.of("At night"), ada.id()));
        assertThat(anew.lines).doesNotContain("event: news");
    }

    /** What happened when the right was gone is not named, however soon after. */
    @Test
    void what_streams_names_nothing_that_happened_beyond_the_seam() {
        hires("amy", Role.AGENT, null, BOUND);
        time.set(BEGINS);
        var streaming = new Listening(signedIn("amy"), path("/live")).welcomed();
        await().until(() -> streaming.lines.contains(": beat")); // the next is four seconds away
        time.set(ENDS);
        var atNight = asked(ann);
        await().until(() -> streaming.lines.contains("event: bye"));
        assertThat(streaming.names()).doesNotContain(atNight.toString());
    }

    @Test
    void a_program_that_acts_as_one_is_refused_alike() {
        var amy = hires("amy", Role.AGENT, null, BOUND);
        var token = tenant.call(() -> tokens.make(amy.id(), "Nights", Set.of(Scope.READ, Scope.WRITE), null));
        var program = new Program(port, token.text());
        time.set(ENDS.minusSeconds(1));
        assertThat(program.get("/tickets/" + ticket).status()).isEqualTo(200);
        time.set(ENDS);
        var refused = program.get("/tickets/" + ticket);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text("/detail")).contains("Your watch begins on Tuesday 24 November 2026, 14:00");
        assertThat(program.post("/tickets/" + ticket + "/notes", "{\"text\":\"t\"}")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void a_pass_to_a_file_is_worth_nothing_beyond_the_seam() {
        hires("amy", Role.AGENT, null, BOUND);
        time.set(ENDS.minusSeconds(10));
        var amy = signedIn("amy");
        var way = amy.get(ticketPage() + "/entries/1/files/0")
                .headers()
                .firstValue("Location")
                .orElseThrow();
        assertThat(new Visitor(port).get(way).body()).isEqualTo("A file");
        time.set(ENDS);
        assertThat(new Visitor(port).get(way).statusCode()).isEqualTo(404);
    }

    @Test
    void an_agent_of_an_organization_is_bound_alike() throws IOException {
        puts("covers: americas,", "outside: acme,", "outside: acme, rights: on-watch,");
        hires("otto", Role.AGENT, "Acme", "acme-infra");
        time.set(BEGINS); // Monday at three in Berlin
        var otto = signedIn("otto");
        assertThat(otto.get(ticketPage()).statusCode()).isEqualTo(200);
        time.set(ENDS);
        assertThat(otto.get(ticketPage()).statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @EnumSource(names = {"MANAGER", "ADMIN", "AUDITOR"})
    void who_runs_or_audits_the_desk_is_never_bound(Role role) {
        hires("max", role, null, BOUND);
        time.set(ENDS);
        assertThat(signedIn("max").get(ticketPage()).statusCode()).isEqualTo(200);
    }

    @Test
    void one_group_that_is_not_bound_is_enough_and_who_is_of_none_is_free() {
        hires("both", Role.AGENT, null, BOUND, "level-2");
        hires("none", Role.AGENT, null);
        hires("gone", Role.AGENT, null, BOUND, "a-group-of-old");
        time.set(ENDS);
        assertThat(signedIn("both").get(ticketPage()).statusCode()).isEqualTo(200);
        assertThat(signedIn("none").get(ticketPage()).statusCode()).isEqualTo(200);
        assertThat(signedIn("gone").get(ticketPage()).statusCode()).isEqualTo(403);
    }

    @Test
    void a_charter_that_binds_them_no_more_holds_at_the_next_request() throws IOException {
        hires("amy", Role.AGENT, null, BOUND);
        time.set(ENDS);
        var amy = signedIn("amy");
        assertThat(amy.get(ticketPage()).statusCode()).isEqualTo(403);
        puts("covers: americas, rights: always,");
        assertThat(amy.get(ticketPage()).statusCode()).isEqualTo(200);
    }

    /** The charter of the desk with that in the place of the Americas' cover, and more pairs of what stands there and instead. */
    void puts(String americas, String... more) throws IOException {
        var charter = Files.readString(Path.of("../charters/global-desk.yaml"))
                .replace("help@global-desk.example", "help@asked-%s.example".formatted(unique))
                .replace("covers: americas,", americas);
        for (var i = 0; i < more.length; i += 2) {
            charter = charter.replace(more[i], more[i + 1]);
        }
        var text = charter;
        tenant.run(() -> charters.putInForce(text, "test", "who is bound"));
    }

    Agent hires(String name, Role role, @Nullable String organization, String... groups) {
        var email = "%s@asked-%s.example".formatted(name, unique);
        return tenant.call(() -> agents.add(
                new NewAgent(name, email, role, Set.of(groups), Set.of(), organization, passwords.hash(PASSWORD))));
    }

    String ticketPage() {
        return path("/tickets/" + ticket);
    }
}
