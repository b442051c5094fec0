import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.UUID;
import java.util.Locale;
import threeline.desk.intake.email.screening.Facts;
import threeline.desk.intake.email.screening.Screening;
import threeline.desk.mail.MimeReader;
import threeline.desk.mail.Reading;

/** How many mails are read and judged in a second, in process, by one thread: the mails of the tests, over and over. */
final class Parsing {

    private Parsing() {}

    public static void main(String[] arguments) throws IOException {
        try (var files = Files.walk(Path.of(arguments[0], "desk/src/test/resources"))) {
            var mails = files.filter(it -> it.toString().endsWith(".eml")).map(Parsing::bytes).toList();
            var bytes = mails.stream().mapToLong(it -> it.length).sum();
            long judged = 0;
            var seconds = Bench.number("--seconds=", 8, arguments);
            for (var warm = true; ; warm = false) {
                judged = 0;
                var until = System.nanoTime() + (warm ? 3 : seconds) * 1_000_000_000L;
                while (System.nanoTime() < until) {
                    mails.forEach(Parsing::judge);
                    judged += mails.size();
                }
                if (!warm) {
                    break;
                }
            }
            System.out.printf(Locale.ROOT, "{\"parse_and_classify\": {\"mails\": %d, \"mean_bytes\": %d, \"per_second\": %.0f}}%n", mails.size(), bytes / mails.size(), judged / (double) seconds);
        }
    }

    private static void judge(byte[] raw) {
        if (MimeReader.read(raw) instanceof Reading.Read(var mail)) {
            Screening.judge(new Facts(mail, "ann@example.com", new UUID(0, 1), Set.of("help@example.com")));
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
