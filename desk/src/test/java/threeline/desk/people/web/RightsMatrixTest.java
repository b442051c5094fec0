package threeline.desk.people.web;

import static org.assertj.core.api.Assertions.assertThat;
import static threeline.desk.db.people.Tables.SESSION;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import threeline.desk.contract.Charters;
import threeline.desk.people.Agent;
import threeline.desk.people.Agents;
import threeline.desk.people.NewAgent;
import threeline.desk.people.NewRequester;
import threeline.desk.people.OffWatch;
import threeline.desk.people.PasswordHash;
import threeline.desk.people.Requesters;
import threeline.desk.people.Role;
import threeline.desk.people.access.Action;
import threeline.desk.people.access.Actor;
import threeline.desk.people.access.ApiTokens;
import threeline.desk.people.access.Asker;
import threeline.desk.people.access.Demand;
import threeline.desk.people.access.Kind;
import threeline.desk.people.access.May;
import threeline.desk.people.access.Passwords;
import threeline.desk.people.access.Principal;
import threeline.desk.people.access.Rights;
import threeline.desk.people.access.RightsTable;
import threeline.desk.people.access.Scope;
import threeline.desk.people.access.Secret;
import threeline.desk.tenant.Tenant;
import threeline.desk.tenant.Tenants;
import threeline.desk.ticket.NewTicket;
import threeline.desk.ticket.TicketDesk;
import threeline.desk.web.Unasked;
import threeline.testing.DeskTest;
import threeline.testing.HandTurnedTime;

/**
 * Every endpoint, asked by every kind of people, about a ticket of their own organization, of another and of another desk.
 * What is expected follows from the one table; none of it is written by hand. What may not be seen is looked for in all
 * that is answered.
 */
@DeskTest
class RightsMatrixTest {

    static final HttpClient HTTP = HttpClient.newHttpClient();

    /** A group that is not on watch at nine in London, and by the charter of these desks bound to its watch. */
    static final String BOUND = "americas-1";

    static final OffWatch OFF = new OffWatch(BOUND, null, ZoneOffset.UTC);

    @LocalServerPort
    int port;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    @Autowired
    Tenants tenants;

    @Autowired
    Charters charters;

    @Autowired
    Agents agents;

    @Autowired
    Requesters requesters;

    @Autowired
    ApiTokens tokens;

    @Autowired
    Passwords passwords;

    @Autowired
    TicketDesk tickets;

    @Autowired
    HandTurnedTime time;

    @Autowired
    Demand demand;

    @Autowired
    DSLContext db;

    @Autowired
    TransactionTemplate transactions;

    Tenant desk;
    Tenant foreign;
    final Map<Owner, Long> numbers = new TreeMap<>();
    final List<String> wrong = new ArrayList<>();
    int asked;

    /** Whose a ticket is, seen from Ann of Acme and Acme's own agent; each has words of its own that are looked for. */
    enum Owner {
        ANN,
        ACME,
        OTHER,
        FOREIGN;

        String canary() {
            return "canary-" + name().toLowerCase(java.util.Locale.ROOT) + "-x7q";
        }
    }

    /** Somebody at the door: a browser's cookies or a program's token, and as whom they act; nobody without that. */
    record Caller(
            String name,
            @Nullable Principal actor,
            @Nullable Visitor browser,
            @Nullable String token) {}

    record Endpoint(RequestMethod method, String path, HandlerMethod handler) {

        boolean isApi() {
            return path.startsWith("/api/");
        }

        boolean isAboutATicket() {
            return (path.contains("{number}") || path.contains("{called}")) && !path.startsWith("/charter/");
        }

        @Nullable
        May may() {
            var own = handler.getMethodAnnotation(May.class);
            return own != null ? own : AnnotatedElementUtils.findMergedAnnotation(handler.getBeanType(), May.class);
        }

        @Nullable
        Unasked unasked() {
            var own = handler.getMethodAnnotation(Unasked.class);
            return own != null ? own : AnnotatedElementUtils.findMergedAnnotation(handler.getBeanType(), Unasked.class);
        }
    }

    @BeforeEach
    void two_desks() throws IOException {
        time.set(HandTurnedTime.MONDAY_AT_NINE);
        desk = desk();
        foreign = desk();
        numbers.put(Owner.ANN, opened(desk, ann(), "Acme", Owner.ANN));
        numbers.put(Owner.ACME, opened(desk, "cas@acme.example", "Acme", Owner.ACME));
        numbers.put(Owner.OTHER, opened(desk, "bob@other.example", "Other", Owner.OTHER));
        for (var spare = 0; spare < 60; spare++) { // so that its number is none of ours, whatever is opened here
            numbers.put(
                    Owner.FOREIGN, opened(foreign, "eve%d@foreign.example".formatted(spare), "Acme", Owner.FOREIGN));
        }
    }

    @Test
    void every_handler_names_its_right_or_why_it_asks_for_none() {
        assertThat(endpoints()).hasSizeGreaterThan(100);
        assertThat(endpoints().filter(it -> (it.may() == null) == (it.unasked() == null)))
                .isEmpty();
    }

    @Test
    void the_table_stands_in_the_docs_as_it_is_asked() throws IOException {
        assertThat(Files.readString(Path.of("../docs/rights.md"))).contains(RightsTable.markdown());
    }

    @Test
    void everybody_gets_what_the_table_says_and_nothing_else() {
        var callers = callers();
        endpoints()
                .filter(it -> it.may() != null)
                .forEach(endpoint -> callers.stream()
                        .filter(it -> endpoint.isApi() == (it.token() != null))
                        .forEach(caller -> owners(endpoint).forEach(owner -> ask(endpoint, caller, owner))));
        System.out.printf("asked %d times%n", asked);
        assertThat(wrong).isEmpty();
        assertThat(asked).isGreaterThan(800);
    }

    void ask(Endpoint endpoint, Caller caller, Owner owner) {
        var answer = send(endpoint, caller, owner);
        asked++;
        time.forward(Duration.ofMillis(1)); // what is agreed twice in one instant is refused by its key
        var status = answer.statusCode();
        var expected = expected(endpoint, caller, owner);
        var ok = switch (expected) {
            case NOT_IN ->
                status == 401
                        || status == 302 && location(answer).contains("/sign-in")
                        || status == 403 && endpoint.method() != RequestMethod.GET; // no form of ours
            case REFUSED -> status == 403;
            case LED -> status == 302 && location(answer).endsWith("/account/second-step");
            case NOT_THERE -> status >= 400 && status < 500 && status != 403 && status != 401;
            case SERVED -> status != 401 && status != 403 && status < 500;
        };
        var seen = Stream.of(Owner.values())
                .filter(it -> !sees(caller, it))
                .filter(it -> answer.body().contains(it.canary()))
                .toList();
        if (!ok || !seen.isEmpty()) {
            wrong.add("%s %s as %s about %s: expected %s, was %d, showed %s"
                    .formatted(endpoint.method(), endpoint.path(), caller.name(), owner, expected, status, seen));
        }
    }

    enum Expected {
        NOT_IN,
        REFUSED,
        LED,
        NOT_THERE,
        SERVED
    }

    static Expected expected(Endpoint endpoint, Caller caller, Owner owner) {
        var actor = caller.actor();
        if (actor == null) {
            return Expected.NOT_IN;
        }
        if (!may(actor, endpoint)) {
            return actor.kind() == Kind.ONE_STEP && endpoint.method() == RequestMethod.GET
                    ? Expected.LED
                    : Expected.REFUSED;
        }
        return !endpoint.isAboutATicket() || sees(caller, owner) ? Expected.SERVED : Expected.NOT_THERE;
    }

    static boolean may(Principal actor, Endpoint endpoint) {
        var may = java.util.Objects.requireNonNull(endpoint.may());
        var thing = may.own() ? actor.own() : new Rights.Thing.OfDesk();
        return Rights.may(actor, may.value(), thing);
    }

    static boolean sees(Caller caller, Owner owner) {
        var actor = caller.actor();
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

    List<Caller> callers() {
        var callers = new ArrayList<Caller>();
        callers.add(new Caller("nobody", null, new Visitor(port), null));
        callers.add(new Caller("a token of nobody's", null, null, "tl_%s_%s".formatted(desk.slug(), "A".repeat(43))));
        callers.add(
                new Caller("another desk's administrator", null, signedIn(foreign, "root", Role.ADMIN, null), null));
        callers.add(new Caller("somebody whose access has ended", null, ended(), null));
        for (var role : Role.values()) {
            add(callers, role.name(), role, null);
        }
        add(callers, "OUTSIDE", Role.AGENT, "Acme");
        add(callers, "OUTSIDE_MANAGER", Role.MANAGER, "Acme");
        add(callers, "NIGHT", signedIn(desk, "NIGHT", Set.of(BOUND)), it -> it.away(OFF));
        callers.add(byOneStep());
        callers.add(asking("a requester", ann()));
        there(desk, () -> requesters.add(new NewRequester("Sue", "sue" + ann(), null, "Acme", true)));
        callers.add(asking("a super user", "sue" + ann()));
        return callers;
    }

    /** An auditor who came in by a password alone, where a second step is demanded of auditors; all others here took theirs. */
    Caller byOneStep() {
        desk.run(() -> transactions.executeWithoutResult(
                _ -> db.update(SESSION).set(SESSION.BOTH_STEPS, true).execute()));
        desk.run(() -> demand.put(Set.of(Role.AUDITOR), actor("ADMIN").agent(), Secret.random()));
        var browser = signedIn(desk, "half", Role.AUDITOR, null);
        browser.get("/%s/account/second-step".formatted(desk.slug()));
        return new Caller("an auditor by one step", actor("half").byOneStep(), browser, null);
    }

    Actor actor(String name) {
        return new Actor(desk.call(() -> agents.find(mail(name)).orElseThrow()), EnumSet.allOf(Scope.class));
    }

    void add(List<Caller> callers, String name, Role role, @Nullable String organization) {
        add(callers, name, signedIn(desk, name, role, organization), it -> it);
    }

    void add(List<Caller> callers, String name, Visitor browser, UnaryOperator<Actor> as) {
        var agent = desk.call(() -> agents.find(name + "@desk.example").orElseThrow());
        callers.add(new Caller(name, as.apply(new Actor(agent, EnumSet.allOf(Scope.class))), browser, null));
        for (var scopes : scopes(agent)) {
            var token = desk.call(() -> tokens.make(agent.id(), name, scopes, null));
            callers.add(new Caller(
                    "%s's program %s".formatted(name, scopes), as.apply(new Actor(agent, scopes)), null, token.text()));
        }
    }

    /** Ann's address, where the link by which she comes in is sent to. */
    String ann() {
        return "ann-%s@acme.example".formatted(desk.slug());
    }

    Caller asking(String name, String address) {
        var visitor = new Visitor(port);
        visitor.comesIn(desk.slug(), address);
        visitor.get("/%s/portal/you".formatted(desk.slug()));
        var requester = there(desk, () -> requesters.find(address).orElseThrow());
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
        var visitor = signedIn(desk, "ended", Role.ADMIN, null);
        desk.run(() ->
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

    /** All endpoints of desks and of the API; a stream is asked for elsewhere, since it would not end. */
    Stream<Endpoint> endpoints() {
        return mapping.getHandlerMethods().entrySet().stream()
                .filter(it -> it.getValue().getBeanType().getPackageName().startsWith("threeline"))
                .flatMap(it -> it.getKey().getPatternValues().stream()
                        .flatMap(path -> methods(
                                        it.getKey().getMethodsCondition().getMethods())
                                .stream()
                                .map(method -> new Endpoint(method, path, it.getValue()))));
    }

    static Set<RequestMethod> methods(Set<RequestMethod> named) {
        return named.isEmpty() ? Set.of(RequestMethod.GET) : named;
    }

    static List<Owner> owners(Endpoint endpoint) {
        return endpoint.isAboutATicket() ? List.of(Owner.values()) : List.of(Owner.ACME);
    }

    HttpResponse<String> send(Endpoint endpoint, Caller caller, Owner owner) {
        var path = endpoint.path()
                .replaceAll("\\{(number|called)[^}]*}", String.valueOf(numbers.get(owner)))
                .replaceAll("\\{kind:[^}]*}", "group")
                .replaceAll("\\{view[^}]*}", "all")
                .replaceAll("\\{key[^}]*}", "other")
                .replaceAll("\\{[^}]*}", "999999");
        var url = "http://localhost:%d%s%s".formatted(port, endpoint.isApi() ? "" : "/" + desk.slug(), path);
        var request = HttpRequest.newBuilder(URI.create(url));
        var browser = caller.browser();
        if (browser != null && !browser.cookies.isEmpty()) {
            var cookie = browser.cookies.entrySet().iterator().next();
            request.header("Cookie", cookie.getKey() + "=" + cookie.getValue()).header("X-CSRF-TOKEN", browser.token);
        }
        if (caller.token() != null) {
            request.header("Authorization", "Bearer " + caller.token());
        }
        if (endpoint.isApi()) {
            request.header("Content-Type", "application/json");
        }
        var body = endpoint.method() == RequestMethod.GET || endpoint.method() == RequestMethod.DELETE
                ? BodyPublishers.noBody()
                : BodyPublishers.ofString(endpoint.isApi() ? "{}" : "");
        try {
            return HTTP.send(request.method(endpoint.method().name(), body).build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(url, failed);
        }
    }

    static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
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
        return there(at, () -> {
            var who = requesters.add(new NewRequester(email, email, null, organization, false));
            return tickets.open(NewTicket.of(who.id(), "email", owner.canary(), "It says " + owner.canary()))
                    .number()
                    .value();
        });
    }

    static <T> T there(Tenant at, Supplier<T> work) {
        return at.call(work);
    }
}
