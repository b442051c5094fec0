package threeline.desk.intake.email.readmail;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import threeline.desk.content.Content;
import threeline.desk.content.Spool;

/** Reads mail files and says what is in them: one JSON object a line with {@code --json}, else for people. */
public final class ReadMail {

    private ReadMail() {}

    public static void main(String[] arguments) {
        var out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        var json = List.of(arguments).contains("--json");
        var files = Arrays.stream(arguments).filter(it -> !it.startsWith("--")).toList();
        if (files.isEmpty()) {
            System.err.println("usage: bin/threeline read-mail FILE... [--json]");
            System.exit(2);
        }
        var failed = 0;
        for (var file : files) {
            failed += say(file, json, out) ? 0 : 1;
        }
        out.flush();
        System.exit(failed == 0 ? 0 : 1);
    }

    private static boolean say(String file, boolean json, PrintStream out) {
        try {
            try (var channel = FileChannel.open(Path.of(file));
                    var spool = new Spool()) {
                var told = Told.of(file, Content.of(channel), spool);
                out.println(json ? Json.of(told) : forPeople(told));
                return true;
            }
        } catch (IOException e) {
            System.err.printf("threeline: %s can't be read: %s%n", file, why(e));
            return false;
        }
    }

    private static @Nullable String why(IOException failed) {
        return switch (failed) {
            case NoSuchFileException _ -> "there is no such file";
            case AccessDeniedException _ -> "you may not read it";
            default -> failed.getMessage();
        };
    }

    private static String forPeople(Map<String, @Nullable Object> told) {
        var text = new StringBuilder();
        told.forEach((name, value) -> text.append(name)
                .append(": ")
                .append(value instanceof String words ? words : Json.of(value))
                .append('\n'));
        return text.toString();
    }
}
