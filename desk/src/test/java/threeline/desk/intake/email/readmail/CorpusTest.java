package threeline.desk.intake.email.readmail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import threeline.desk.content.Content;
import threeline.desk.content.Spool;
import tools.jackson.databind.ObjectMapper;

/** Mails of many programs and languages, each with what must be read from it beside it; see the README among them. */
class CorpusTest {

    private static final Path OURS = Path.of("src/test/resources/mail/corpus");
    private static final ObjectMapper JSON = new ObjectMapper();

    @TestFactory
    Stream<DynamicTest> each_is_read_as_it_was_written() throws IOException {
        return mails().map(mail -> DynamicTest.dynamicTest(mail.getFileName().toString(), () -> check(mail)));
    }

    @Test
    void there_are_at_least_two_hundred() throws IOException {
        assertThat(mails().count()).isGreaterThanOrEqualTo(200);
    }

    private static void check(Path mail) throws IOException {
        var raw = Content.of(Files.readAllBytes(mail));
        var told = JSON.readValue(Json.of(Told.of(mail.toString(), raw, Spool.inHand())), Map.class);
        var read = flat(told);
        var expected =
                JSON.readValue(Files.readString(Path.of(mail.toString().replaceAll("\\.eml$", ".json"))), Map.class);
        expected.forEach((key, value) ->
                assertThat(read.get(key)).as("%s of %s", key, mail).isEqualTo(value));
    }

    private static Map<Object, @Nullable Object> flat(Map<?, ?> told) {
        var read = new HashMap<Object, @Nullable Object>(told);
        read.putAll((Map<?, ?>) told.get("thread"));
        read.put("verdict", ((Map<?, ?>) told.get("verdict")).get("kind"));
        read.put("attachmentNames", of(told, "name"));
        read.put("attachmentHashes", of(told, "sha256"));
        return read;
    }

    private static List<Object> of(Map<?, ?> told, String key) {
        return ((List<?>) told.get("attachments"))
                .stream().<Object>map(it -> ((Map<?, ?>) it).get(key)).toList();
    }

    private static Stream<Path> mails() throws IOException {
        var theirs = System.getProperty("threeline.corpus");
        var folders = theirs == null ? List.of(OURS) : List.of(OURS, Path.of(theirs));
        var found = Stream.<Path>empty();
        for (var folder : folders) {
            found = Stream.concat(found, Files.list(folder));
        }
        return found.filter(it -> it.toString().endsWith(".eml")).sorted();
    }
}
