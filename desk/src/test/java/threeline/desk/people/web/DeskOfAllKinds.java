package threeline.desk.people.web;

import static threeline.desk.db.people.Tables.SESSION;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import threeline.desk.people.Agent;
import threeline.desk.people.NewAgent;
import threeline.desk.people.NewRequester;
import threeline.desk.people.OffWatch;
import threeline.desk.people.PasswordHash;
import threeline.desk.people.Role;
import threeline.desk.people.access.Action;
import threeline.desk.people.access.Actor;
import threeline.desk.people.access.ApiTokens;
import threeline.desk.people.access.Asker;
import threeline.desk.people.access.Demand;
import threeline.desk.people.access.Principal;
import threeline.desk.people.access.RightsTable;
import threeline.desk.people.access.Scope;
import threeline.desk.people.access.Secret;
import threeline.desk.tenant.Tenant;
import threeline.desk.ticket.NewTicket;
import threeline.testing.HandTurnedTime;
import threeline.testing.RunningDesk;

/** A desk with somebody of each kind of people at its door, tickets of each owner, and another desk. */
abstract class DeskOfAllKinds extends RunningDesk {

    /** A group that is not on watch at nine in London, and by the charter of these desks bound to its watch. */
    static final String BOUND = "americas-1";

    static final OffWatch OFF = new OffWatch(BOUND, null, ZoneOffset.UTC);

    @LocalServerPort
    int port;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    @Autowired
    ApiTokens tokens;

    @Autowired
    Demand demand;

    Tenant foreign;
    final Map<Owner, Long> numbers = new TreeMap<>();

    /** Whose a ticket is, seen from Ann of Acme and Acme's own agent; each has words of its own that are looked for. */
    enum Owner {
        ANN,
        ACME,
        OTHER,
        FOREIGN;

        String canary() {
            return "canary-" + name().toLowerCase(Locale.ROOT) + "-x7q";
        }
    }

    /** Somebody at the door: a browser's cookies or a program's token, and as whom they act; nobody without that. */
    record Caller(
            String name,
            @Nullable Principal actor,
            @Nullable Visitor browser,
            @Nullable String token) {

        boolean sees(Owner owner) {
            if (actor == null || owner == Owner.FOREIGN) {
                return false;
            }
            var what = actor instanceof Asker ? Action.SEE_REQUESTS : Action.SEE_TICKETS;
            return switch (RightsTable.reach(actor.kind(), what)) {
                case NONE, OWN -> false;
                case ASKED -> owner == Owner.ANN;
                case ORGANIZATION, SIGHT -> owner != Owner.OTHER;
                case DESK -> true;
            };
        }
    }

    @BeforeEach
    void two_desks() throws IOException {
        time.set(HandTurnedTime.MONDAY_AT_NINE);
        tenant = desk();
        foreign = desk();
        numbers.put(Owner.ANN, opened(tenant, ann(), "Acme", Owner.ANN));
        numbers.put(Owner.ACME, opened(tenant, "cas@acme.example", "Acme", Owner.ACME));
        numbers.put(Owner.OTHER, opened(tenant, "bob@other.example", "Other", Owner.OTHER));
        for (var spare = 0; spare < 60; spare++) { // so that its number is none of ours, whatever is opened here
            numbers.put(
                    Owner.FOREIGN, opened(foreign, "eve%d@foreign.example".formatted(spare), "Acme", Owner.FOREIGN));
        }
    }

    List<Caller> callers() {
        var callers = new ArrayList<Caller>();
        callers.add(new Caller("nobody", null, new Visitor(port), null));
        callers.add(new Caller("a token of nobody's", null, null, "tl_%s_%s".formatted(tenant.slug(), "A".repeat(43))));
        callers.add(
                new Caller("another desk's administrator", null, signedIn(foreign, "root", Role.ADMIN, null), null));
        callers.add(new Caller("somebody whose access has ended", null, ended(), null));
        for (var role : Role.values()) {
            add(callers, role.name(), role, null);
        }
        add(callers, "OUTSIDE", Role.AGENT, "Acme");
        add(callers, "OUTSIDE_MANAGER", Role.MANAGER, "Acme");
        add(callers, "NIGHT", signedIn(tenant, "NIGHT", Set.of(BOUND)), it -> it.away(OFF));
        callers.add(asking("a requester", ann()));
        tenant.call(() -> requesters.add(new NewRequester("Sue", "sue" + ann(), null, "Acme", true)));
        callers.add(asking("a super user", "sue" + ann()));
        callers.add(byOneStep());
        return callers;
    }

    /** An auditor who came in by a password alone, where a second step is demanded of auditors; all others here took theirs. */
    Caller byOneStep() {
        tenant.run(() -> transactions.executeWithoutResult(
                _ -> db.update(SESSION).set(SESSION.BOTH_STEPS, true).execute()));
        tenant.run(() -> demand.put(Set.of(Role.AUDITOR), actor("ADMIN").agent(), Secret.random()));
        var browser = signedIn(tenant, "half", Role.AUDITOR, null);
        browser.get("/%s/account/second-step".formatted(tenant.slug()));
        return new Caller("an auditor by one step", actor("half").byOneStep(), browser, null);
    }

    Actor actor(String name) {
        return new Actor(tenant.call(() -> agents.find(mail(name)).orElseThrow()), EnumSet.allOf(Scope.class));
    }

    void add(List<Caller> callers, String name, Role role, @Nullable String organization) {
        add(callers, name, signedIn(tenant, name, role, organization), it -> it);
    }

    void add(List<Caller> callers, String name, Visitor browser, UnaryOperator<Actor> as) {
        var agent = tenant.call(() -> agents.find(name + "@desk.example").orElseThrow());
        callers.add(new Caller(name, as.apply(new Actor(agent, EnumSet.allOf(Scope.class))), browser, null));
        for (var scopes : scopes(agent)) {
            var token = tenant.call(() -> tokens.make(agent.id(), name, scopes, null));
            callers.add(new Caller(
                    "%s's program %s".formatted(name, scopes), as.apply(new Actor(agent, scopes)), null, token.text()));
        }
    }

    /** Ann's address, where the link by which she comes in is sent to. */
    String ann() {
        return "ann-%s@acme.example".formatted(tenant.slug());
    }

    Caller asking(String name, String address) {
        var visitor = new Visitor(port);
        visitor.comesIn(tenant.slug(), address);
        visitor.get("/%s/portal/you".formatted(tenant.slug()));
        var requester = tenant.call(() -> requesters.find(address).orElseThrow());
        return new Caller(name, new Asker(requester), visitor, null);
    }

    /** Both that there always were; and for who may most and who may least, each by itself. */
    static List<Set<Scope>> scopes(Agent agent) {
        var both = List.of(Set.of(Scope.READ), Set.of(Scope.READ, Scope.WRITE));
        return agent.role() == Role.ADMIN || agent.organization() != null
                ? Stream.concat(both.stream(), Scope.ofPrograms().stream().map(Set::of))
                        .toList()
                : both;
    }

    Visitor ended() {
        var visitor = signedIn(tenant, "ended", Role.ADMIN, null);
        tenant.run(() ->
                agents.disable(agents.find("ended@desk.example").orElseThrow().id()));
        return visitor;
    }

    Visitor signedIn(Tenant at, String name, Role role, @Nullable String organization) {
        return signedIn(at, new NewAgent(name, mail(name), role, Set.of(), Set.of(), organization, hash()));
    }

    Visitor signedIn(Tenant at, String name, Set<String> groups) {
        return signedIn(at, new NewAgent(name, mail(name), Role.AGENT, groups, hash()));
    }

    static String mail(String name) {
        return name + "@desk.example";
    }

    PasswordHash hash() {
        return passwords.hash(DeskWithAccounts.PASSWORD);
    }

    Visitor signedIn(Tenant at, NewAgent agent) {
        at.call(() -> agents.add(agent));
        var visitor = new Visitor(port);
        visitor.signIn(at.slug(), agent.email(), DeskWithAccounts.PASSWORD);
        visitor.get("/" + at.slug() + "/account");
        return visitor;
    }

    Tenant desk() throws IOException {
        var charter = Files.readString(Path.of("../charters/global-desk.yaml"))
                .replace("covers: americas,", "covers: americas, rights: on-watch,");
        var made = tenants.add("m-" + UUID.randomUUID().toString().substring(0, 8), "Matrix");
        var address = "help@%s.example".formatted(made.slug()); // an address is one desk's alone
        made.run(() -> charters.putInForce(charter.replace("help@global-desk.example", address), "test", "first"));
        return made;
    }

    Long opened(Tenant at, String email, String organization, Owner owner) {
        return at.call(() -> {
            var who = requesters.add(new NewRequester(email, email, null, organization, false));
            return desk.open(NewTicket.of(who.id(), "email", owner.canary(), "It says " + owner.canary()))
                    .number()
                    .value();
        });
    }
}
