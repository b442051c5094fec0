import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * How soon what falls due comes about, with many open tickets beside: breaches at a steady rate, and a seam at which a
 * whole group's tickets pass on. The database itself notes how long after its due instant each effect was written.
 */
final class Timers {

    private static final int CROSSING = 2_000;
    private static final int RATE = 200;

    private static final String CHARTER = """
            desk: Timers
            prefix: TIM
            zone: UTC
            calendars:
              early: { mon-sun: "00:00-%1$s" }
              late:  { not: early }
            tiers:
              1: { takes: direct, cover: always }
            groups:
              early: { tier: 1, covers: early }
              late:  { tier: 1, covers: late }
            severities:
              slow:  { default: true, means: Anything, targets: { resolution: 900h always } }
              quick: { means: At once, targets: { response: { within: 1m always, warn: [99] }, resolution: 900h always } }
            """;

    private Timers() {}

    public static void main(String[] arguments) throws Exception {
        var home = Path.of(arguments[0]);
        var tickets = Bench.number("--tickets=", 100_000, arguments);
        var folder = Files.createTempDirectory("threeline-timers");
        var charter = folder.resolve("timers.yaml");
        // later in the day than all of this takes; after 23:00 UTC there is no such time, and it says so
        var seam = LocalTime.now(ZoneOffset.UTC).plusMinutes(Bench.number("--seam-after=", 8, arguments)).truncatedTo(ChronoUnit.MINUTES);
        Files.writeString(charter, CHARTER.formatted(seam));
        try (var server = Server.fresh(home, charter)) {
            run(server, tickets, seam);
        } finally {
            Files.deleteIfExists(charter);
            Files.deleteIfExists(folder);
        }
    }

    private static void run(Server server, long tickets, LocalTime seam) throws Exception {
        var visitor = Visitor.signedIn(server.http(), server.desk(), Server.ADMIN, server.password());
        var token = "Authorization: Bearer " + visitor.apiToken();
        note(server);
        open(server, token, CROSSING, 2_000, "slow");
        fill(server, tickets);
        say("%d open tickets; breaches begin".formatted(Long.parseLong(Bench.ask(server, "select count(*) from ticket.ticket where status = 'open'"))));
        open(server, token, RATE * 30, RATE, "quick");
        Thread.sleep(65_000);
        say("breaches: " + spread(server, "breached"));
        while (LocalTime.now(ZoneOffset.UTC).isBefore(seam.plusSeconds(30))) {
            Thread.sleep(500);
        }
        System.out.printf(Locale.ROOT, "{%n\"tickets\": %d,%n\"breaches\": %s,%n\"seam\": %s%n}%n", tickets, spread(server, "breached"), spread(server, "handed-over"));
    }

    /** Copies without the words that wake them at the seam: open, and due in weeks. */
    private static void fill(Server server, long tickets) throws SQLException, IOException {
        try (var owner = server.owner()) {
            var tenant = Bench.ask(server, "select id from tenant.tenant where slug = 'timers'");
            new Fill(owner, tenant, "interval '0'").to(tickets);
            owner.createStatement().execute("update ticket.ticket set group_name = 'late', wake_at = now() + interval '20 days' where number > " + CROSSING);
            owner.createStatement().execute("vacuum analyze");
        }
    }

    /** From now on each effect's delay is written down beside it. */
    private static void note(Server server) throws SQLException, IOException {
        try (var owner = server.owner(); var statement = owner.createStatement()) {
            statement.execute("create unlogged table public.delay (kind text, late interval)");
            statement.execute("create function public.delay() returns trigger language plpgsql security definer as $$ begin insert into public.delay values (new.kind, clock_timestamp() - new.at); return new; end $$");
            statement.execute("create trigger delay after insert on ticket.entry for each row when (new.kind in ('breached', 'handed-over')) execute function public.delay()");
        }
    }

    private static void open(Server server, String token, int count, int perSecond, String severity) throws Exception {
        try (var http = new Http(server.http(), token)) {
            var began = System.nanoTime();
            for (var i = 0; i < count; i++) {
                var wait = began + i * 1_000_000_000L / perSecond - System.nanoTime();
                if (wait > 1_000_000) {
                    Thread.sleep(wait / 1_000_000);
                }
                var answer = http.post("/api/v1/tickets", "application/json", """
                        {"requester": {"email": "p%d@example.com"}, "subject": "Timer %d", "text": "Help.", "severity": "%s"}""".formatted(i % 500, i, severity));
                if (answer.status() != 201) {
                    throw new IOException(answer.status() + " " + answer.text());
                }
            }
            say("opened %d in %.1f s".formatted(count, (System.nanoTime() - began) / 1e9));
        }
    }

    private static String spread(Server server, String kind) throws SQLException, IOException {
        return Bench.ask(server, """
                select json_build_object('count', count(*), 'p50_ms', round(1000 * percentile_cont(0.5) within group (order by extract(epoch from late))),
                  'p99_ms', round(1000 * percentile_cont(0.99) within group (order by extract(epoch from late))), 'max_ms', round(1000 * max(extract(epoch from late))))
                from public.delay where kind = '%s'""".formatted(kind));
    }

    private static void say(String line) {
        System.err.println(line);
    }
}
