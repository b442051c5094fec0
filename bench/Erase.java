import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Base64;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;

/**
 * How long it takes to find what would go with somebody, and to erase them, at a desk with so many tickets by mail; and how
 * long its queue page takes meanwhile.
 */
final class Erase {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final int PEOPLE = 400;
    private static final int SOMEBODY = 7;

    private final Server server;
    private final Visitor visitor;
    private final String token;

    private Erase(Server server) throws IOException {
        this.server = server;
        this.visitor = Visitor.signedIn(server.http(), server.desk(), Server.ADMIN, server.password());
        this.token = "Authorization: Bearer " + visitor.apiToken();
    }

    public static void main(String[] arguments) throws Exception {
        try (var server = Server.fresh(Path.of(arguments[0]))) {
            new Erase(server).run(Bench.number("--tickets=", 250_000, arguments));
        }
    }

    private void run(long tickets) throws Exception {
        begin();
        try (var owner = server.owner()) {
            var tenant = ask("select id from tenant.tenant where slug = '" + server.desk() + "'");
            new Fill(owner, tenant, "random() * interval '5 minutes'").to(tickets);
            owner.createStatement().execute("vacuum analyze");
        }
        say("{\"name\": \"the desk\", \"tickets\": %s, \"entries\": %s, \"letters\": %s, \"bytes_of_letters\": %s}",
                ask("select count(*) from ticket.ticket"), ask("select count(*) from ticket.entry"),
                ask("select count(*) from intake.letter"), ask("select pg_total_relation_size('intake.letter') + pg_total_relation_size('intake.piece')"));
        queue("queue page before");
        queue("queue page before");
        var who = ask("select id from people.requester where email = 'p%d@example.com'".formatted(SOMEBODY));
        say("{\"name\": \"somebody\", \"tickets\": %s}", ask("select count(*) from ticket.ticket where requester = " + who));
        beside("outlook", () -> outlook(who));
        beside("erasure", () -> erased(who));
        say("{\"name\": \"left of them\", \"entries\": %s}", ask("select count(*) from ticket.entry where text ~* 'p%d@example.com'".formatted(SOMEBODY)));
    }

    /** Each of so many people writes, every tenth with a file, and is answered. */
    private void begin() throws Exception {
        var address = server.address();
        var random = new Random(1);
        try (var smtp = new Smtp(server.smtp())) {
            for (var i = 0; i < PEOPLE; i++) {
                var from = "p%d@example.com".formatted(i);
                smtp.give(from, address, mail(from, address, i, random));
            }
        }
        while (Long.parseLong(ask("select count(*) from ticket.ticket")) < PEOPLE) {
            Thread.sleep(200);
        }
        try (var http = new Http(server.http(), token)) {
            for (var number = 1; number <= PEOPLE; number++) {
                http.post("/api/v1/tickets/" + number + "/replies", "application/json", "{\"text\": \"Dear all, we look into the invoice.\"}");
                http.post("/api/v1/tickets/" + number + "/notes", "application/json", "{\"text\": \"Like the one of last week.\"}");
            }
        }
    }

    private static String mail(String from, String to, int i, Random random) {
        var head = "From: Person Nr%d <%s>\r\nTo: %s\r\nSubject: Invoice %d is stuck\r\nMessage-ID: <%d@bench.example>\r\nMIME-Version: 1.0\r\n"
                .formatted(i, from, to, i, i);
        var words = "It has been so since Friday, and nobody says why.\r\n".repeat(20) + "Yours, Person Nr%d, %s\r\n".formatted(i, from);
        if (i % 10 != 0) {
            return head + "Content-Type: text/plain\r\n\r\n" + words;
        }
        var file = new byte[30_000];
        random.nextBytes(file);
        return head + "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\n" + words
                + "--b\r\nContent-Type: application/octet-stream; name=scan%d.bin\r\nContent-Transfer-Encoding: base64\r\n\r\n".formatted(i)
                + Base64.getMimeEncoder().encodeToString(file) + "\r\n--b--";
    }

    private void outlook(String who) throws IOException {
        try (var http = new Http(server.http(), "Cookie: " + visitor.cookie())) {
            var page = http.get("/" + server.desk() + "/erasures/" + who + "?counted=true");
            if (page.status() != 200) {
                throw new IOException(page.status() + page.text());
            }
        }
    }

    private void erased(String who) throws Exception {
        try (var http = new Http(server.http(), "Cookie: " + visitor.cookie())) {
            var csrf = CSRF.matcher(http.get("/" + server.desk() + "/erasures").text());
            csrf.find();
            var asked = http.post("/" + server.desk() + "/erasures/" + who, "application/x-www-form-urlencoded",
                    "_csrf=" + URLEncoder.encode(csrf.group(1), StandardCharsets.UTF_8) + "&why=measured&sure=yes");
            if (asked.status() / 100 != 3) {
                throw new IOException(asked.status() + asked.text());
            }
        }
        while (!ask("select coalesce(max(coalesce(failure, 'done')), 'none') from people.erasure where done_at is not null or failure is not null").equals("done")) {
            if (!ask("select count(*) from people.erasure where failure is not null").equals("0")) {
                throw new IOException("it failed: see the server's log");
            }
            Thread.sleep(50);
        }
    }

    private interface Step {
        void go() throws Exception;
    }

    /** Times a step, while the queue is read beside it. */
    private void beside(String name, Step step) throws Exception {
        var done = new AtomicBoolean();
        var reading = Thread.ofPlatform().start(() -> {
            try {
                while (!done.get()) {
                    queue("queue page meanwhile");
                }
            } catch (Exception failed) {
                failed.printStackTrace();
            }
        });
        var began = System.nanoTime();
        try {
            step.go();
        } finally {
            say("{\"name\": \"%s\", \"seconds\": %.1f}", name, (System.nanoTime() - began) / 1e9);
            done.set(true);
            reading.join();
        }
    }

    private void queue(String name) throws Exception {
        say("%s", new Load(name, 4, 0, 5, 100_000, 10)
                .run(() -> {
                    var http = new Http(server.http(), "Cookie: " + visitor.cookie());
                    return _ -> http.get("/" + server.desk() + "/queue/breaks-first");
                })
                .json());
    }

    private String ask(String question) throws SQLException, IOException {
        return Bench.ask(server, question);
    }

    private static void say(String form, Object... values) {
        System.out.println(String.format(Locale.ROOT, form, values));
    }
}
