import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Measures a change of the charter with many open tickets: how long its preview takes, and putting it in force. */
final class Switch {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final String FORM = "application/x-www-form-urlencoded";

    private final Server server;
    private final Visitor visitor;
    private final String token;
    private final double pages;
    private final double notes;

    private Switch(Server server, double pages, double notes) throws IOException {
        this.server = server;
        this.pages = pages;
        this.notes = notes;
        this.visitor = Visitor.signedIn(server.http(), server.desk(), Server.ADMIN, server.password());
        this.token = "Authorization: Bearer " + visitor.apiToken();
    }

    public static void main(String[] arguments) throws Exception {
        var home = Path.of(arguments[0]);
        var tickets = (long) given(arguments, "--tickets=", 100_000);
        try (var server = Server.fresh(home)) {
            var text = Files.readString(home.resolve("charters/procurement.yaml"));
            new Switch(server, given(arguments, "--pages=", 20), given(arguments, "--notes=", 10)).run(tickets, text.replaceAll("(response: +)(3|24)h business", "$12h business"));
        }
    }

    private static double given(String[] arguments, String name, double otherwise) {
        return List.of(arguments).stream().filter(it -> it.startsWith(name))
                .mapToDouble(it -> Double.parseDouble(it.substring(name.length()))).findFirst().orElse(otherwise);
    }

    private void run(long tickets, String text) throws Exception {
        open(400);
        try (var owner = server.owner()) {
            new Fill(owner, ask("select id from tenant.tenant where slug = '" + server.desk() + "'"), "random() * interval '5 minutes'").to(tickets);
        }
        if (Long.parseLong(ask("select count(*) from ticket.ticket where wake_at <= now()")) > 0) {
            throw new IOException("something is due meanwhile, which would be measured too; measure again in ten minutes");
        }
        run("vacuum analyze");
        warm();
        queue("queue page before", 5, 4, pages);
        preview(text);
        putInForce(text);
        queue("queue page after", 5, 4, pages);
    }

    private void open(int count) throws Exception {
        try (var http = new Http(server.http(), token)) {
            var severities = List.of("high", "medium", "medium", "low");
            for (var i = 0; i < count; i++) {
                var answer = http.post("/api/v1/tickets", "application/json", """
                        {"requester": {"email": "p%d@example.com", "name": "Person %d"}, "severity": "%s", "channel": "portal",
                         "subject": "Invoice %d is stuck", "text": "It has been so since Friday."}"""
                        .formatted(i, i, severities.get(i % 4), i));
                if (answer.status() != 201) {
                    throw new IOException(answer.text());
                }
                var number = answer.text().replaceFirst("(?s).*\"number\" ?: ?(\\d+).*", "$1");
                if (i % 3 == 0) {
                    http.post("/api/v1/tickets/" + number + "/replies", "application/json", "{\"text\": \"We look into it.\"}");
                }
                if (i % 9 == 0) {
                    http.post("/api/v1/tickets/" + number + "/hold", "application/json", "{\"hold\": \"awaiting-requester\"}");
                }
            }
        }
    }

    private void preview(String text) throws Exception {
        try (var http = new Http(server.http(), "Cookie: " + visitor.cookie())) {
            var base = "/" + server.desk() + "/charter";
            var began = System.nanoTime();
            var cpu = server.processorSeconds();
            var asked = http.post(base + "/preview", FORM, form("_csrf", csrf(http), "text", text));
            if (asked.status() / 100 != 3) {
                throw new IOException(asked.status() + asked.text());
            }
            var first = 0.0;
            while (true) {
                var page = http.get(base + "/preview").text();
                if (first == 0 && page.contains("get other due times")) {
                    first = since(began);
                    say("{\"name\": \"preview\", \"seconds\": %.1f, \"processor_seconds\": %.1f, \"says\": \"%s\"}", first, server.processorSeconds() - cpu, page.replaceAll("(?s).*<b>([0-9,]+)</b> (of [0-9,]+ open tickets).*", "$1 $2"));
                }
                if (first > 0 && !page.contains("Look again")) {
                    say("{\"name\": \"preview with the last 90 days\", \"seconds\": %.1f, \"processor_seconds\": %.1f}", since(began), server.processorSeconds() - cpu);
                    return;
                }
                Thread.sleep(100);
            }
        }
    }

    private void putInForce(String text) throws Exception {
        try (var http = new Http(server.http(), "Cookie: " + visitor.cookie())) {
            var csrf = csrf(http);
            var done = new java.util.concurrent.atomic.AtomicBoolean();
            var reading = Thread.ofPlatform().start(() -> attempt(() -> {
                while (!done.get()) {
                    queue("queue page meanwhile", 5, 4, pages);
                }
            }));
            var writing = Thread.ofPlatform().start(() -> attempt(() -> {
                while (!done.get()) {
                    notes();
                }
            }));
            Thread.sleep(1000);
            var began = System.nanoTime();
            var cpuBefore = server.processorSeconds();
            var put = http.post("/" + server.desk() + "/charter/versions", FORM, form("_csrf", csrf, "text", text, "why", "measured"));
            if (put.status() / 100 != 3) {
                throw new IOException(put.status() + put.text());
            }
            awaitCount("select count(*) from contract.charter_version where state = 'coming' and in_force_at > now()", 0);
            var due = since(began);
            awaitCount("select count(*) from pg_locks where locktype = 'advisory' and mode = 'ExclusiveLock' and granted and objid = (select contract_key & 4294967295 from (select hashtextextended((select id::text from tenant.tenant where slug = '%s'), 60) as contract_key) k)::bigint::oid".formatted(server.desk()), 1);
            var locked = since(began);
            var cpu = server.processorSeconds();
            awaitCount("select count(*) from contract.charter_version where state = 'coming'", 0);
            say("{\"name\": \"put in force\", \"seconds\": %.1f, \"its_instant_after\": %.1f, \"the_switch\": %.1f, \"its_processor_seconds\": %.1f, \"processor_seconds\": %.1f}",
                    since(began), due, since(began) - locked, server.processorSeconds() - cpu, server.processorSeconds() - cpuBefore);
            done.set(true);
            reading.join();
            writing.join();
        }
        say("{\"name\": \"due moved\", \"entries\": %s}", ask("select count(*) from ticket.entry where kind = 'due-moved'"));
    }

    /** A desk that is to follow another charter has served for days; what it runs was compiled long ago. */
    private void warm() throws Exception {
        var until = System.nanoTime() + 30_000_000_000L;
        while (System.nanoTime() < until) {
            new Load("warm", 2, 0, 2, 100_000).run(this::reading);
            new Load("warm", 2, 0, 1, 100_000).run(this::writing);
        }
    }

    private void notes() throws Exception {
        var result = new Load("note meanwhile", 4, 0, 5, 20_000, notes).run(this::writing);
        say("%s", result.json());
    }

    private void queue(String name, double seconds, int connections, double perSecond) throws Exception {
        var result = new Load(name, connections, 0, seconds, 100_000, perSecond).run(this::reading);
        say("%s", result.json());
    }

    private Load.Work reading() throws IOException {
        var http = new Http(server.http(), "Cookie: " + visitor.cookie());
        return _ -> http.get("/" + server.desk() + "/queue/breaks-first");
    }

    private Load.Work writing() throws IOException {
        var api = new Http(server.http(), token);
        return turn -> api.post("/api/v1/tickets/" + (1 + turn % 400) + "/notes", "application/json", "{\"text\": \"meanwhile\"}");
    }

    private interface Attempt {
        void go() throws Exception;
    }

    private static void attempt(Attempt it) {
        try {
            it.go();
        } catch (Exception failed) {
            failed.printStackTrace();
        }
    }

    private String csrf(Http http) throws IOException {
        var found = CSRF.matcher(http.get("/" + server.desk() + "/charter/draft").text());
        if (!found.find()) {
            throw new IOException("the page of the draft has no form");
        }
        return found.group(1);
    }

    private static String form(String... namesAndValues) {
        var form = new StringBuilder();
        for (var i = 0; i < namesAndValues.length; i += 2) {
            form.append(i == 0 ? "" : "&").append(namesAndValues[i]).append('=')
                    .append(URLEncoder.encode(namesAndValues[i + 1], StandardCharsets.UTF_8));
        }
        return form.toString();
    }

    private void awaitCount(String question, long wanted) throws Exception {
        while (Long.parseLong(ask(question)) != wanted) {
            Thread.sleep(20);
        }
    }

    private void run(String command) throws SQLException, IOException {
        try (var owner = server.owner(); var statement = owner.createStatement()) {
            statement.execute(command);
        }
    }

    private String ask(String question) throws SQLException, IOException {
        try (var owner = server.owner(); var rows = owner.createStatement().executeQuery(question)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static double since(long began) {
        return (System.nanoTime() - began) / 1e9;
    }

    private static void say(String form, Object... values) {
        System.out.println(String.format(Locale.ROOT, form, values));
    }
}
