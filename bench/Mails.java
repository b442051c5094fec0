import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * How fast mail comes in through a real socket until it is on disk, how soon it is a ticket, and how fast mail leaves to a
 * sink beside us. The mails are of all sizes, as people's are: half of them below 8 KB, one in a hundred above 1 MB.
 */
final class Mails {

    private static final int OUT = 3_000;
    private static final int STEADY = 60;

    private final Server server;
    private final String address;
    private final double seconds;
    private final long salt = System.nanoTime();

    private Mails(Server server, double seconds) throws IOException {
        this.server = server;
        this.seconds = seconds;
        this.address = server.address();
    }

    public static void main(String[] arguments) throws Exception {
        var home = Path.of(arguments[0]);
        try (var sink = new Sink();
                var server = Server.fresh(home, home.resolve("charters/procurement.yaml"), List.of(
                        "--threeline.mail.relay.host=127.0.0.1", "--threeline.mail.relay.port=" + sink.port(), "--threeline.mail.relay.tls=none"))) {
            new Mails(server, Bench.number("--seconds=", 8, arguments)).run(sink);
        }
    }

    private void run(Sink sink) throws Exception {
        new Load("warm up", 8, 0, seconds, 4_000).run(this::giving);
        settled();
        var before = stored();
        var used = server.processorSeconds();
        var in = new Load("mail in", 8, 0, seconds, 20_000).run(this::giving);
        var began = System.nanoTime();
        var lost = before + in.nanos().length - stored();
        settled();
        var drained = (System.nanoTime() - began) / 1e9;
        var each = (server.processorSeconds() - used) * 1000 / in.nanos().length;
        say(in.json());
        var visible = visible();
        say(visible);
        var out = out(sink);
        say(out);
        System.out.printf(Locale.ROOT,
                "{%n\"mail_in\": %s,%n\"megabytes_per_second\": %.1f, \"processor_ms_each_until_settled\": %.2f, \"acknowledged_not_stored\": %d, \"all_settled_after_s\": %.1f, \"states\": %s,%n\"accepted_to_visible\": %s,%n\"outbox\": %s,%n\"jvm_resident_mb\": %d%n}%n",
                in.json(), bytes() / seconds / 1e6, each, lost, drained, ask("select json_object_agg(state, n) from (select state, count(*) n from intake.letter group by 1) s"),
                visible, out, server.residentMegabytes());
    }

    private Load.Work giving() throws IOException {
        var smtp = new Smtp(server.smtp());
        return turn -> smtp.give(from(turn), address, mail(turn, "Mail " + turn));
    }

    /** At a steady rate, from the 250 of a mail until its ticket can be read, as some of them find out. */
    private String visible() throws Exception {
        var ended = new AtomicBoolean();
        var steady = Thread.ofPlatform().start(() -> keepGiving(ended));
        var times = new ArrayList<Double>();
        var asks = server.owner();
        try (asks; var smtp = new Smtp(server.smtp());
                var seen = asks.prepareStatement("select 1 from ticket.ticket where subject = ?")) {
            var until = System.nanoTime() + (long) (2 * seconds * 1e9);
            for (var i = 0; System.nanoTime() < until; i++) {
                var subject = "Probe %d %d".formatted(salt, i);
                smtp.give(from(i), address, mail(i + 1_000_000, subject));
                var accepted = System.nanoTime();
                seen.setString(1, subject);
                while (!seen.executeQuery().next()) {
                    Thread.sleep(5);
                }
                times.add((System.nanoTime() - accepted) / 1e6);
            }
        }
        ended.set(true);
        steady.join();
        settled();
        var sorted = times.stream().sorted().toList();
        return String.format(Locale.ROOT, "{\"beside_per_second\": %d, \"count\": %d, \"p50_ms\": %.0f, \"p99_ms\": %.0f, \"max_ms\": %.0f}",
                STEADY, sorted.size(), sorted.get(sorted.size() / 2), sorted.get((int) (sorted.size() * 0.99)), sorted.getLast());
    }

    private void keepGiving(AtomicBoolean ended) {
        try (var smtp = new Smtp(server.smtp())) {
            var began = System.nanoTime();
            for (var turn = 2_000_000; !ended.get(); turn++) {
                var wait = began + (turn - 2_000_000) * 1_000_000_000L / STEADY - System.nanoTime();
                if (wait > 1_000_000) {
                    Thread.sleep(wait / 1_000_000);
                }
                smtp.give(from(turn), address, mail(turn, "Beside " + turn));
            }
        } catch (IOException | InterruptedException e) {
            say("what came beside stopped: " + e);
        }
    }

    /** So many mails like the last ones, all due at once, until the sink has them all. */
    private String out(Sink sink) throws Exception {
        while (Long.parseLong(ask("select count(*) from mail.outbox where state = 'waiting'")) > 0) {
            Thread.sleep(200);
        }
        var before = sink.taken();
        try (var owner = server.owner(); var statement = owner.createStatement()) {
            statement.execute("""
                    insert into mail.outbox (tenant, about, return_path, recipient, message_id, subject, automatic, raw, added_at, due_at)
                    select t.id, 'bench', 'help@example.com', 'o' || g || '@example.com', '<out-' || g || '@example.com>', 'Out', false,
                      convert_to(E'From: help@example.com\\r\\nTo: o@example.com\\r\\nSubject: Out\\r\\n\\r\\n' || repeat(E'Hello, this is how it stands.\\r\\n', 150), 'UTF8'), now(), now()
                    from tenant.tenant t, generate_series(1, %d) g""".formatted(OUT));
        }
        var began = System.nanoTime();
        while (sink.taken() - before < OUT && System.nanoTime() - began < 120e9) {
            Thread.sleep(20);
        }
        var took = (System.nanoTime() - began) / 1e9;
        return String.format(Locale.ROOT, "{\"count\": %d, \"seconds\": %.1f, \"per_second\": %.0f}", sink.taken() - before, took, (sink.taken() - before) / took);
    }

    private void settled() throws Exception {
        while (Long.parseLong(ask("select count(*) from intake.letter where state = 'received'")) > 0) {
            Thread.sleep(50);
        }
    }

    private long stored() throws Exception {
        return Long.parseLong(ask("select count(*) from intake.letter"));
    }

    private double bytes() throws Exception {
        return Double.parseDouble(ask("select coalesce(sum(size), 0) from intake.letter where received_at > (select max(received_at) from intake.letter where raw is not null and path::text like '%%Probe%%' is not true) - interval '%d seconds'".formatted((long) seconds)));
    }

    private String ask(String question) throws Exception {
        return Bench.ask(server, question);
    }

    private static String from(int turn) {
        return "p" + turn % 2_000 + "@example.com";
    }

    // mails as people write them

    /** Half of them plain and short, most others in two forms, one in ten with a file, one in a hundred with a large one. */
    private String mail(int turn, String subject) {
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(turn);
        var head = """
                Received: from mail.example.com (mail.example.com [192.0.2.7]) by mx.example.com; Mon, 23 Nov 2026 09:00:00 +0000
                From: =?utf-8?Q?J=C3=BCrgen_Person?= <%s>
                To: <%s>
                Subject: %s
                Message-ID: <bench-%d-%d@example.com>
                Date: Mon, 23 Nov 2026 09:00:00 +0000
                User-Agent: Mozilla Thunderbird
                MIME-Version: 1.0
                """.formatted(from(turn), address, subject, turn, salt);
        var share = random.nextInt(100);
        var mail = share < 50
                ? "Content-Type: text/plain; charset=utf-8\n\n" + text(random, 1_000 + random.nextInt(6_000))
                : share < 90
                        ? mixed(both(random, 5_000 + random.nextInt(15_000)), "")
                        : mixed(both(random, 4_000), file(random, share < 99 ? 20_000 + random.nextInt(100_000) : 1_050_000));
        return (head + mail).replace("\n", "\r\n");
    }

    private static String mixed(String texts, String file) {
        return "Content-Type: multipart/mixed; boundary=\"outer\"\n\n--outer\n%s\n%s--outer--\n".formatted(texts, file);
    }

    private static String both(RandomGenerator random, int length) {
        var said = text(random, length / 2);
        return "Content-Type: multipart/alternative; boundary=\"inner\"\n\n--inner\nContent-Type: text/plain; charset=utf-8\n\n%s\n--inner\nContent-Type: text/html; charset=utf-8\n\n<html><body><p>%s</p></body></html>\n--inner--\n"
                .formatted(said, said.replace("\n", "<br>\n"));
    }

    private static String file(RandomGenerator random, int size) {
        var bytes = new byte[size * 3 / 4];
        random.nextBytes(bytes);
        return "--outer\nContent-Type: application/pdf; name=\"order.pdf\"\nContent-Disposition: attachment; filename=\"order.pdf\"\nContent-Transfer-Encoding: base64\n\n%s\n"
                .formatted(new String(Base64.getMimeEncoder(76, "\n".getBytes(StandardCharsets.US_ASCII)).encode(bytes), StandardCharsets.US_ASCII));
    }

    private static String text(RandomGenerator random, int length) {
        var text = new StringBuilder("Hello,\n\n");
        while (text.length() < length) {
            for (var i = 0; i < 10; i++) {
                text.append(Arrays.asList("the order invoice for our chairs has not come and Jürgen waits".split(" ")).get(random.nextInt(12))).append(' ');
            }
            text.append('\n');
        }
        return text.append("\n-- \nJürgen Person\nCustomer Ltd\n").toString();
    }

    private static void say(String line) {
        System.err.println(line);
    }
}
