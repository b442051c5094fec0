package threeline.desk.people.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import threeline.desk.database.Database;
import threeline.desk.people.NewAgent;
import threeline.desk.people.Role;
import threeline.desk.people.access.Accounts;
import threeline.desk.people.access.ApiTokens;
import threeline.desk.people.access.Scope;
import threeline.desk.people.provider.NewProvider;
import threeline.desk.people.provider.Provider;
import threeline.desk.people.provider.Providers;
import threeline.desk.tenant.Tenant;
import threeline.desk.ticket.NewMessage;
import threeline.desk.ticket.NewTicket;
import threeline.desk.ticket.TicketNumber;
import threeline.desk.webhook.Hooks;
import threeline.testing.HandTurnedTime;
import threeline.testing.RunningDesk;
import threeline.testing.TestPostgres;

/**
 * Every id of another desk's things, put into every place of every request: in paths, forms and JSON. An administrator of one
 * desk changes nothing of the other by it, is shown nothing of it, and nothing breaks.
 */
class IdentityMutationTest extends RunningDesk {

    static final HttpClient HTTP = HttpClient.newHttpClient();
    static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)[^}]*}");
    static final String CANARY = "canary-of-the-other-desk";

    /** What forms and JSON call things by, as far as any of them names another thing. */
    static final List<String> FIELDS = List.of(
            "id",
            "agent",
            "to",
            "into",
            "ticket",
            "number",
            "requester",
            "organization",
            "group",
            "by",
            "hook",
            "place");

    @LocalServerPort
    int port;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    @Autowired
    ApiTokens tokens;

    @Autowired
    Accounts accounts;

    @Autowired
    Hooks hooks;

    @Autowired
    Providers providers;

    @Autowired
    Database database;

    Tenant foreign;
    Visitor browser;
    String token = "";
    long own;

    @BeforeEach
    void two_desks_with_some_of_each_thing() throws IOException {
        time.set(HandTurnedTime.MONDAY_AT_NINE);
        tenant = desk("Ours");
        foreign = desk("Theirs");
        own = filled(tenant, "ours", "nothing to hide");
        for (var each = 0; each < 3; each++) {
            filled(foreign, "theirs-" + each, CANARY);
        }
        browser = new Visitor(port);
        browser.signIn(tenant.slug(), "ours@desk.example", DeskWithAccounts.PASSWORD);
        browser.get("/" + tenant.slug() + "/account");
        var admin = tenant.call(() -> agents.find("ours@desk.example").orElseThrow());
        var scopes = Set.copyOf(Scope.ofPrograms());
        token = tenant.call(() -> tokens.make(admin.id(), "all", scopes, null).text());
    }

    @Test
    void nothing_of_another_desk_is_changed_or_shown_by_any_of_its_ids() throws Exception {
        var before = settled();
        var ids = foreignIds();
        assertThat(ids).hasSizeGreaterThan(5);
        var wrong = new ArrayList<String>();
        var asked = 0;
        for (var endpoint : endpoints().toList()) {
            for (var id : ids) {
                var answer = send(endpoint, id);
                asked++;
                if (answer.statusCode() >= 500 || answer.body().contains(CANARY)) {
                    wrong.add("%s with %s: %d".formatted(endpoint, id, answer.statusCode()));
                }
            }
        }
        System.out.printf("asked %d times with %d ids%n", asked, ids.size());
        assertThat(wrong).isEmpty();
        assertThat(settled()).isEqualTo(before);
        assertThat(asked).isGreaterThan(500);
    }

    /** Each id of theirs in all that a stream could be asked for by; it says what happens to ours, and nothing of theirs. */
    @Test
    void nothing_of_another_desk_is_heard_by_any_of_its_ids() throws Exception {
        var open = new ArrayList<Listening>();
        for (var stream : Endpoint.all(mapping).filter(Endpoint::streams).toList()) {
            for (var id : foreignIds()) {
                var path = "/%s%s?%s".formatted(tenant.slug(), stream.path(), form(id));
                open.add(new Listening(browser, path, Map.of("Last-Event-ID", id)).welcomed());
            }
        }
        var theirs = noted(foreign, new TicketNumber(3));
        noted(tenant, new TicketNumber(own));
        for (var it : open) {
            Awaitility.await().until(() -> it.names().contains(Long.toString(own)));
            assertThat(it.names()).doesNotContain(theirs.toString());
            assertThat(it.text())
                    .doesNotContain(CANARY, foreign.slug(), foreign.id().toString());
            it.close();
        }
        assertThat(open).hasSizeGreaterThan(5);
    }

    TicketNumber noted(Tenant at, TicketNumber ticket) {
        at.run(() ->
                desk.note(ticket, NewMessage.of(CANARY), agents.all().getFirst().id()));
        return ticket;
    }

    /** All that names its right; a stream would not end, and is listened to. */
    Stream<Endpoint> endpoints() {
        return Endpoint.all(mapping)
                .filter(it -> it.may() != null)
                .filter(it -> it.path().contains("{") || !it.isGet())
                .filter(it -> !it.path().endsWith("/sessions/end")); // ends the one that asks
    }

    HttpResponse<String> send(Endpoint endpoint, String id) throws IOException, InterruptedException {
        var api = endpoint.isApi();
        var path = VARIABLE.matcher(endpoint.path()).replaceAll(it -> value(it.group(1), id));
        var request = HttpRequest.newBuilder(
                URI.create("http://localhost:%d%s%s".formatted(port, api ? "" : "/" + tenant.slug(), path)));
        if (api) {
            request.header("Authorization", "Bearer " + token).header("Content-Type", "application/json");
        } else {
            var cookie = browser.cookies.entrySet().iterator().next();
            request.header("Cookie", cookie.getKey() + "=" + cookie.getValue())
                    .header("X-CSRF-TOKEN", browser.token)
                    .header("Content-Type", "application/x-www-form-urlencoded");
        }
        var body = endpoint.isGet() ? "" : api ? json(id) : form(id);
        return HTTP.send(
                request.method(endpoint.method().name(), BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    /** A ticket of ours, so that what stands behind it is reached; and everything else theirs. */
    String value(String variable, String id) {
        return switch (variable) {
            case "number", "called" -> Long.toString(own);
            case "kind" -> "group";
            case "view" -> "all";
            default -> id;
        };
    }

    static String form(String id) {
        return Stream.concat(
                        FIELDS.stream().map(it -> it + "=" + URLEncoder.encode(id, UTF_8)),
                        Stream.of("text=words", "name=name", "scope=read", "days=1", "url=http://127.0.0.1:65535/"))
                .collect(Collectors.joining("&"));
    }

    static String json(String id) {
        var number = id.matches("\\d+") ? id : "\"" + id + "\"";
        return FIELDS.stream()
                .map(it -> "\"%s\":%s".formatted(it, number))
                .collect(Collectors.joining(",", "{\"text\":\"words\",\"act\":\"assign\",", "}"));
    }

    /** All ids that stand in any row of theirs. */
    Set<String> foreignIds() throws SQLException {
        var found = new TreeSet<String>();
        for (var table : rows("select table_schema || '.' || table_name from information_schema.columns"
                + " where column_name = 'id' and table_schema not in ('pg_catalog', 'information_schema')"
                + " and table_schema || '.' || table_name in (select table_schema || '.' || table_name"
                + " from information_schema.columns where column_name = 'tenant')")) {
            found.addAll(rows("select id::text from %s where tenant = '%s' and length(id::text) < 40"
                    .formatted(table, foreign.id())));
        }
        return found;
    }

    /** What stands in each table of theirs; once nothing goes on there any more of what was begun before. */
    TreeMap<String, String> settled() {
        var last = new ArrayList<TreeMap<String, String>>();
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofSeconds(2))
                .until(() -> {
                    last.add(snapshot());
                    return last.size() > 1 && last.getLast().equals(last.get(last.size() - 2));
                });
        return last.getLast();
    }

    TreeMap<String, String> snapshot() throws SQLException {
        var found = new TreeMap<String, String>();
        for (var table : rows("select table_schema || '.' || table_name from information_schema.columns"
                + " where column_name = 'tenant' and table_schema in ('people', 'ticket', 'contract', 'webhook', 'mail')"
                + " and is_updatable = 'YES'")) {
            found.put(
                    table,
                    rows("select count(*) || ' ' || md5(coalesce(string_agg(t::text, '|' order by t::text), '')) from %s t where tenant = '%s'"
                                    .formatted(table, foreign.id()))
                            .getFirst());
        }
        return found;
    }

    List<String> rows(String question) throws SQLException {
        try (var connection = TestPostgres.as(database.owner(), database).getConnection();
                var rows = connection.createStatement().executeQuery(question)) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }

    Tenant desk(String name) throws IOException {
        var charter = Files.readString(Path.of("../charters/global-desk.yaml"));
        var made = tenants.add("i-" + UUID.randomUUID().toString().substring(0, 8), name);
        made.run(() -> charters.putInForce(charter, "test", "first"));
        return made;
    }

    /** One of each thing that has an id. */
    long filled(Tenant at, String name, String words) {
        return at.call(() -> {
            var hash = passwords.hash(DeskWithAccounts.PASSWORD);
            var admin = agents.add(new NewAgent(words, name + "@desk.example", Role.ADMIN, Set.of(), hash));
            accounts.invite(new NewAgent(words, name + "-2@desk.example", Role.AGENT, Set.of(), null));
            tokens.make(admin.id(), words, Set.of(Scope.READ), null);
            hooks.add("http://127.0.0.1:65535/" + words.replace(' ', '-'));
            var rules = new Provider.Rules("", true, false, Provider.Vouches.NEVER, List.of());
            providers.add(new NewProvider(words, "http://localhost:65535", "client", "secret", rules));
            var ann = requesters.recognise(name + "@acme.example", words);
            return desk.open(NewTicket.of(ann.id(), "email", words, "It says " + words))
                    .number()
                    .value();
        });
    }
}
