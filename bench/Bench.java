import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/** Measures a desk from outside, empty and full, and prints what it found as JSON. See docs/operators.md. */
final class Bench {

    private static final List<String> WORDS = List.of(
            "invoice supplier order approval password printer login report error delivery contract budget urgent account payment"
                    .split(" "));

    private final Server server;
    private final Visitor visitor;
    private final String token;
    private final double seconds;
    private final List<String> results = new ArrayList<>();
    private final long salt = System.nanoTime();

    private Bench(Server server, double seconds) throws IOException {
        this.server = server;
        this.seconds = seconds;
        this.visitor = Visitor.signedIn(server.http(), server.desk(), Server.ADMIN, server.password());
        this.token = "Authorization: Bearer " + visitor.apiToken();
    }

    public static void main(String[] arguments) throws Exception {
        var home = Path.of(arguments[0]);
        var tickets = number("--tickets=", 100_000, arguments);
        var seconds = number("--seconds=", 8, arguments);
        try (var server = Server.fresh(home)) {
            new Bench(server, seconds).run(tickets);
        }
    }

    static long number(String option, long otherwise, String[] arguments) {
        return List.of(arguments).stream()
                .filter(it -> it.startsWith(option))
                .mapToLong(it -> Long.parseLong(it.substring(option.length())))
                .findFirst()
                .orElse(otherwise);
    }

    private void run(long tickets) throws Exception {
        say("an empty desk");
        // a warm JVM is what is measured: the first seconds of a desk's life are not its days
        writing("warm up", seconds).run(this::opening);
        measure(writing("ticket by API", seconds), this::opening);
        measure(writing("reply by API", seconds), this::replying);
        mails();
        some();
        reading("empty");
        say("filling");
        var before = databaseBytes();
        var had = count();
        var began = System.nanoTime();
        long filled;
        try (var owner = server.owner()) {
            filled = new Fill(owner, tenant(), "random() * interval '700 days'").to(tickets);
            owner.createStatement().execute("vacuum analyze");
        }
        var took = (System.nanoTime() - began) / 1e9;
        var perTicket = (databaseBytes() - before) / Math.max(1, filled - had);
        say("%d tickets, filled in %.0f s".formatted(filled, took));
        reading("full");
        measure(writing("ticket by API, full", seconds), this::opening);
        measure(writing("reply by API, full", seconds), this::replying);
        System.out.printf(Locale.ROOT,
                "{%n\"tickets\": %d, \"fill_seconds\": %.0f, \"bytes_per_ticket\": %d, \"jvm_resident_mb\": %d,%n\"results\": [%n  %s%n]}%n",
                filled, took, perTicket, server.residentMegabytes(), String.join(",\n  ", results));
    }

    private Load writing(String name, double seconds) {
        return new Load(name, 8, seconds / 4, seconds, 20_000);
    }

    private void measure(Load load, Load.Connection connection) throws Exception {
        var result = load.run(connection).json();
        say(result);
        results.add(result);
    }

    // what is done once

    private Load.Work opening() throws IOException {
        var http = new Http(server.http(), token);
        return turn -> expect(201, http.post("/api/v1/tickets", "application/json", """
                {"requester": {"email": "p%d@example.com", "name": "Person %d"}, "subject": "%s", "text": "%s"}"""
                .formatted(turn % 500, turn % 500, words(turn, 6), words(turn + 1, 60))));
    }

    private Load.Work replying() throws Exception {
        var http = new Http(server.http(), token);
        var numbers = openNumbers(500);
        return turn -> expect(201, http.post(
                "/api/v1/tickets/" + numbers.get(turn % numbers.size()) + "/replies", "application/json",
                "{\"text\": \"%s\"}".formatted(words(turn, 40))));
    }

    private Load.Work mailing() throws IOException {
        var smtp = new Smtp(server.smtp());
        return turn -> smtp.give("p" + turn % 500 + "@example.com", server.address(), """
                From: Person %d <p%d@example.com>
                To: <%s>
                Subject: %s
                Message-ID: <bench-%d-%d@example.com>
                Date: Mon, 23 Nov 2026 09:00:00 +0000
                MIME-Version: 1.0
                Content-Type: text/plain; charset=utf-8

                %s""".formatted(turn % 500, turn % 500, server.address(), words(turn, 6), turn, salt, lines(turn))
                .replace("\n", "\r\n"));
    }

    private Load.Work page(String path) throws IOException {
        var http = new Http(server.http(), "Cookie: " + visitor.cookie());
        return _ -> expect(200, http.get("/" + server.desk() + path));
    }

    // the parts

    /** Each is given with its 250; then how long it takes until the last of them is a ticket. */
    private void mails() throws Exception {
        var before = count();
        var load = new Load("mail in", 8, 0, seconds, 5_000);
        new Load("mail warm up", 8, 0, seconds / 4, 1_000).run(this::mailing);
        settle(before);
        before = count();
        var result = load.run(this::mailing);
        var ended = System.nanoTime();
        settle(before + result.nanos().length);
        var visible = (System.nanoTime() - ended) / 1e9;
        var missing = before + result.nanos().length - count();
        say(result.json() + " all visible after %.1f s".formatted(visible));
        results.add(result.json().replaceFirst("}$", String.format(Locale.ROOT, ", \"all_visible_after_s\": %.1f, \"not_visible\": %d}", visible, missing)));
    }

    /** Waits until so many tickets are there, or none has come for three seconds. */
    private void settle(long wanted) throws Exception {
        var last = count();
        for (var still = 0; still < 30; ) {
            Thread.sleep(100);
            var now = count();
            still = now == last ? still + 1 : 0;
            last = now;
            if (now >= wanted && still > 0 && wanted > 0 && now == wanted) {
                return;
            }
        }
    }

    /** Tickets in all states for the fill to copy: most done with, some held, a few open. */
    private void some() throws Exception {
        try (var http = new Http(server.http(), token)) {
            var numbers = openNumbers(400);
            for (var i = 0; i < numbers.size(); i++) {
                var path = "/api/v1/tickets/" + numbers.get(i);
                http.post(path + "/replies", "application/json", "{\"text\": \"%s\"}".formatted(words(i, 50)));
                if (i % 20 == 1) {
                    http.post(path + "/hold", "application/json", "{\"hold\": \"awaiting-requester\"}");
                } else if (i % 20 > 1) {
                    http.post(path + "/resolution", "application/json", "{\"because\": \"A known fix\"}");
                }
            }
        }
        try (var owner = server.owner(); var statement = owner.createStatement()) {
            statement.execute("vacuum analyze");
        }
    }

    private void reading(String state) throws Exception {
        var ticket = openNumbers(1).getFirst();
        measure(one("ticket page, " + state), () -> page("/tickets/" + ticket));
        measure(one("queue page, " + state), () -> page("/queue/breaks-first"));
        measure(one("queue page by 8, " + state, 8), () -> page("/queue/breaks-first"));
        measure(one("search page, " + state), () -> {
            var http = new Http(server.http(), "Cookie: " + visitor.cookie());
            return turn -> expect(200, http.get("/" + server.desk() + "/search?q=" + WORDS.get(turn % WORDS.size())));
        });
        measure(one("search by API, two words, " + state), () -> {
            var http = new Http(server.http(), token);
            return turn -> expect(200, http.get("/api/v1/tickets?search=" + WORDS.get(turn % 15) + "+" + WORDS.get((turn + 7) % 15)));
        });
    }

    private Load one(String name) {
        return one(name, 1);
    }

    private Load one(String name, int connections) {
        return new Load(name, connections, seconds / 4, seconds / 2, 4_000);
    }

    // what is known below the desk

    private String tenant() throws SQLException, IOException {
        return ask("select id from tenant.tenant where slug = '" + server.desk() + "'");
    }

    private long count() throws SQLException, IOException {
        return Long.parseLong(ask("select count(*) from ticket.ticket"));
    }

    private long databaseBytes() throws SQLException, IOException {
        return Long.parseLong(ask("select pg_database_size(current_database())"));
    }

    private List<String> openNumbers(int most) throws SQLException, IOException {
        return List.of(ask("select string_agg(number::text, ',') from (select number from ticket.ticket where status = 'open' order by number desc limit " + most + ") newest").split(","));
    }

    private String ask(String question) throws SQLException, IOException {
        return ask(server, question);
    }

    static String ask(Server server, String question) throws SQLException, IOException {
        try (var owner = server.owner(); var rows = owner.createStatement().executeQuery(question)) {
            rows.next();
            return rows.getString(1);
        }
    }

    // words

    private static String lines(int turn) {
        return "Hello,\n\n" + words(turn, 12) + ".\n" + words(turn + 3, 12) + ".\n" + words(turn + 5, 12) + ".\n\nRegards\nPerson";
    }

    private static String words(int turn, int count) {
        var random = RandomGenerator.of("L64X128MixRandom");
        var text = new StringBuilder();
        for (var i = 0; i < count; i++) {
            text.append(i == 0 ? "" : " ").append(random.nextInt(4) == 0 ? WORDS.get(random.nextInt(WORDS.size())) : invented(random));
        }
        return text.toString();
    }

    /** A word of some three thousand. */
    private static String invented(RandomGenerator random) {
        var syllables = "ba de fi go lu ma ne pi ro su ta ve wi zo ka".split(" ");
        return syllables[random.nextInt(15)] + syllables[random.nextInt(15)] + syllables[random.nextInt(15)];
    }

    private static void expect(int status, Http.Answer answer) throws IOException {
        if (answer.status() != status) {
            throw new IOException(answer.status() + " " + answer.text());
        }
    }

    private static void say(String line) {
        System.err.println(line);
    }
}
