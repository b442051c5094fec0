package threeline.desk.intake.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import threeline.desk.contract.Charters;
import threeline.desk.contract.Contracts;
import threeline.desk.contract.Releases;
import threeline.desk.people.Agents;
import threeline.desk.people.NewAgent;
import threeline.desk.people.NewRequester;
import threeline.desk.people.Organizations;
import threeline.desk.people.PasswordHash;
import threeline.desk.people.Requesters;
import threeline.desk.people.Role;
import threeline.desk.people.access.ApiTokens;
import threeline.desk.people.access.Scope;
import threeline.desk.tenant.Tenant;
import threeline.desk.tenant.Tenants;
import threeline.desk.ticket.NewMessage;
import threeline.desk.ticket.TicketDesk;
import threeline.desk.ticket.TicketNumber;
import threeline.desk.ticket.TicketQueue;
import threeline.promises.charter.Charter;
import threeline.promises.keeping.Act;
import threeline.promises.rehearsal.Rehearsal;
import threeline.promises.rehearsal.ScenarioFile;
import threeline.promises.rehearsal.Step;
import threeline.testing.DeskTest;
import threeline.testing.HandTurnedTime;
import threeline.testing.Program;
import threeline.testing.SmtpTalk;
import threeline.testing.WhatIsDue;

/**
 * A scenario played on the running desk: requests come in by mail and by the API, and what comes about by itself is left to
 * the sweep. How agents do what they do, each test says.
 */
@DeskTest
abstract class LiveScenario {

    @LocalServerPort
    int port;

    @Autowired
    Tenants tenants;

    @Autowired
    Charters charters;

    @Autowired
    Contracts contracts;

    @Autowired
    Releases releases;

    @Autowired
    Agents agents;

    @Autowired
    Requesters requesters;

    @Autowired
    Organizations organizations;

    @Autowired
    ApiTokens tokens;

    @Autowired
    TicketDesk desk;

    @Autowired
    TicketQueue queue;

    @Autowired
    SmtpDoor door;

    @Autowired
    HandTurnedTime time;

    @Autowired
    WhatIsDue due;

    final String slug = "live-" + UUID.randomUUID().toString().substring(0, 8);
    final Map<String, Long> numbers = new LinkedHashMap<>();
    Tenant tenant;
    Program program;
    String mailbox = "";

    /** Plays a scenario, and compares what the desk then says with its rehearsal. */
    void plays(Path file) throws IOException {
        var scenario = ScenarioFile.read(file).scenario();
        assertThat(scenario).isNotNull();
        var steps = scenario.steps();
        var name = Path.of(scenario.charterName()).getFileName().toString();
        raise(
                Files.readString(Path.of("../charters").resolve(name)),
                scenario.charter(),
                steps.getFirst().at().minusSeconds(1));
        steps.forEach(step -> {
            if (step instanceof Step.Opens opens) {
                getToKnow(opens);
            }
        });
        for (var step : steps) {
            comeTo(step.at());
            play(step, scenario.charter());
        }
        var rehearsed = Rehearsal.of(scenario);
        comeTo(rehearsed.end().plusSeconds(1));
        for (var ticket : numbers.keySet()) {
            AsRehearsed.check(program, number(ticket), rehearsed, ticket);
        }
    }

    /** A desk with this charter; mail for it has an address of its own. */
    private void raise(String text, Charter charter, Instant at) {
        time.set(at);
        var email = charter.channel("email").map(it -> it.reach().address()).orElse(null);
        mailbox = "help@" + slug + ".example";
        tenant = tenants.add(slug, charter.name());
        there(() -> charters.putInForce(email == null ? text : text.replace(email, mailbox), "test", "first"));
        var roles = Stream.concat(charter.waysIn().roles().keySet().stream(), Stream.of("engineer"))
                .collect(java.util.stream.Collectors.toSet());
        var groups = charter.groups().stream().map(it -> it.id()).collect(java.util.stream.Collectors.toSet());
        var agent =
                there(() -> agents.add(new NewAgent("Nadia", nadia(), Role.ADMIN, groups, roles, null, password())));
        var token = there(() -> tokens.make(agent.id(), "test", Set.of(Scope.READ, Scope.WRITE), null));
        program = new Program(port, token.text());
    }

    /** Just before that instant; what fell due in between comes about, however late. */
    private void comeTo(Instant at) {
        time.set(at);
        due.happensAt(tenant);
    }

    private void play(Step step, Charter charter) {
        switch (step) {
            case Step.Opens opens -> opens(opens, charter);
            case Step.Does does -> does(number(does.ticket()), does.act());
            case Step.Contacts contacts -> contacts(contacts);
            case Step.Moves moves -> there(() -> releases.move(moves.from(), moves.to(), "test", "said so"));
            case Step.Expects _ -> {}
            case Step.PutsInForce _ -> throw new IllegalArgumentException("no shipped scenario does that");
        }
    }

    private String address(Step.Opens step) {
        return step.ticket().toLowerCase(Locale.ROOT) + "@" + slug + "-customer.example";
    }

    /** Who is going to ask, and what was agreed with them before. */
    private void getToKnow(Step.Opens step) {
        var who = step.requester();
        there(() -> requesters.add(new NewRequester(
                step.ticket(),
                address(step),
                null,
                who.organization(),
                who.roles().contains("super-user"))));
        if (who.organization() instanceof String organization) {
            there(() -> {
                var id = organizations.named(organization).id();
                return contracts.of(id).isEmpty() ? contracts.agree(id, who.terms(), "test") : null;
            });
        }
    }

    private void opens(Step.Opens step, Charter charter) {
        var act = step.act();
        var from = address(step);
        var plain = act.severity().isEmpty()
                && act.asked().category() == null
                && act.asked().application() == null
                && act.asked().language() == null
                && act.asked().person() == null;
        var number = "email".equals(act.channel()) && plain
                ? byMail(from, step.ticket())
                : act.live() ? calls(from, act) : byProgram(from, act);
        if (number != null) {
            numbers.put(step.ticket(), number);
        }
    }

    private Long byMail(String from, String name) {
        try (var server = new SmtpTalk(door.port())) {
            var raw = "From: %s\nSubject: %s\n\nPlease help with %s.".formatted(from, name, name);
            assertThat(server.mail(from, mailbox, raw)).startsWith("250");
        }
        await().until(() -> newest(name) != null);
        return newest(name);
    }

    private Long newest(String subject) {
        return there(() -> queue.newest(threeline.desk.ticket.TicketFilter.ANY, null, 50)).stream()
                .filter(it -> it.subject().equals(subject))
                .map(it -> it.number().value())
                .findFirst()
                .orElse(null);
    }

    /** The agent who does all that is done. */
    String nadia() {
        return "nadia@" + slug + ".example";
    }

    /** What she signs in with; null where nobody does. */
    PasswordHash password() {
        return null;
    }

    /** A call that is logged while it goes on. */
    Long calls(String from, Act.Opened act) {
        return byProgram(from, act);
    }

    Long byProgram(String from, Act.Opened act) {
        var wish = new TreeMap<String, Object>();
        wish.put("requester", Map.of("email", from));
        wish.put("subject", "Something is wrong");
        wish.put("text", "Please help.");
        put(wish, "channel", act.channel());
        put(wish, "severity", act.severity().isEmpty() ? null : act.severity());
        put(wish, "category", act.asked().category());
        put(wish, "application", act.asked().application());
        put(wish, "language", act.asked().language());
        put(wish, "for", act.asked().person());
        wish.put("live", act.live());
        var told = program.post("/tickets", Program.JSON.writeValueAsString(wish));
        assertThat(told.status()).as(told.toString()).isIn(201, 403);
        return told.status() == 201 ? told.json().get("number").asLong() : null;
    }

    private static void put(Map<String, Object> into, String name, Object value) {
        if (value != null) {
            into.put(name, value);
        }
    }

    private void contacts(Step.Contacts step) {
        var number = new TicketNumber(number(step.ticket()));
        var ticket = there(() -> desk.contact(
                number,
                NewMessage.of("Any news?"),
                queue.find(number).orElseThrow().requester(),
                "email"));
        if (!ticket.number().equals(number)) {
            numbers.put(step.opens(), ticket.number().value());
        }
    }

    private long number(String ticket) {
        return numbers.get(ticket);
    }

    void does(long ticket, Act act) {
        var told = ActByProgram.does(program, ticket, act);
        var refused = act instanceof Act.Assigned; // to an outside group that may not have it
        assertThat(told.status()).as(act + " " + told).isIn(200, 201, refused ? 422 : 200);
    }

    <T> T there(Supplier<T> work) {
        return tenant.call(work);
    }
}
