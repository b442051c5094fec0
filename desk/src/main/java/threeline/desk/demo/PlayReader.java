package threeline.desk.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import threeline.desk.demo.Play.Member;
import threeline.desk.demo.Play.Move;
import threeline.desk.demo.Play.Opening;
import threeline.desk.demo.Play.Person;
import threeline.desk.demo.Play.Scene;
import threeline.desk.people.Role;

/** Reads a play: a line a thing, its parts between bars; what was written follows it, up to a lone dot. */
final class PlayReader {

    private static final Pattern MOVE =
            Pattern.compile("((?:\\d+[dhm])+) (\\S+) (reply|note|contact|hold|assign|resume|resolve)(?: (\\S+))?");
    private static final Set<String> WRITTEN = Set.of("reply", "note", "contact");

    private final Iterator<String> lines;
    private final List<Member> agents = new ArrayList<>();
    private final List<Person> people = new ArrayList<>();
    private final List<Scene> scenes = new ArrayList<>();
    private List<String> desk = List.of();

    private PlayReader(String text) {
        this.lines = text.lines().iterator();
    }

    static Play read(String slug) {
        try {
            var file = new ClassPathResource("demo/%s.txt".formatted(slug));
            return new PlayReader(file.getContentAsString(StandardCharsets.UTF_8)).read();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private Play read() {
        while (lines.hasNext()) {
            var line = lines.next();
            var word = line.split(" ", 2);
            switch (word[0]) {
                case "" -> {}
                case "desk" -> desk = parts(word[1]);
                case "agent" -> agents.add(agent(parts(word[1])));
                case "person" -> people.add(person(parts(word[1])));
                case "ticket" -> scenes.add(scene(parts(word[1])));
                default -> addMove(line);
            }
        }
        return new Play(desk.get(0), desk.get(1), desk.get(2), agents, people, scenes);
    }

    private static Member agent(List<String> it) {
        return new Member(
                it.get(0),
                it.get(1),
                it.get(2),
                Role.valueOf(it.get(3).toUpperCase(Locale.ROOT)),
                Set.of(it.get(4).split(" ")),
                it.size() > 5 ? Set.of(it.get(5).split(" ")) : Set.of());
    }

    private static Person person(List<String> it) {
        return new Person(it.get(0), it.get(1), it.get(2), given(it.get(3)), given(it.get(4)), it.contains("super"));
    }

    private Scene scene(List<String> it) {
        var opening = new Opening(it.get(0), it.get(1), given(it.get(2)), it.get(4), text());
        return new Scene(opening, duration(it.get(3)), new ArrayList<>());
    }

    private void addMove(String line) {
        var move = MOVE.matcher(line);
        if (!move.matches()) {
            throw new IllegalArgumentException("not a line of a play: " + line);
        }
        var word = move.group(4) == null ? "" : move.group(4);
        var text = WRITTEN.contains(move.group(3)) ? text() : word;
        scenes.getLast().moves().add(new Move(duration(move.group(1)), move.group(2), move.group(3), text));
    }

    private String text() {
        var text = new ArrayList<String>();
        while (lines.hasNext()) {
            var line = lines.next();
            if (line.equals(".")) {
                break;
            }
            text.add(line);
        }
        return String.join("\n", text);
    }

    private static List<String> parts(String line) {
        return Arrays.stream(line.split("\\|")).map(String::strip).toList();
    }

    private static @Nullable String given(String part) {
        return part.equals("-") ? null : part;
    }

    /** {@code 1d3h20m} */
    private static Duration duration(String text) {
        var iso = text.toUpperCase(Locale.ROOT);
        var day = iso.indexOf('D');
        var days = day < 0 ? 0 : Long.parseLong(iso, 0, day, 10);
        var rest = iso.substring(day + 1);
        return Duration.ofDays(days).plus(rest.isEmpty() ? Duration.ZERO : Duration.parse("PT" + rest));
    }
}
