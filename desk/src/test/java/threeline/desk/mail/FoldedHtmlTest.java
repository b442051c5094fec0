package threeline.desk.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

/** What is folded in a mail's HTML is what is folded in its text. */
class FoldedHtmlTest {

    @Test
    void the_mails_of_the_corpus_say_the_same_in_both_forms() throws IOException {
        var other = new ArrayList<String>();
        for (var file : mails().toList()) {
            if (MimeReader.read(Files.readAllBytes(file)) instanceof Reading.Read(var mail) && mail.html() != null) {
                var shown = Jsoup.parse(SafeHtml.of(mail));
                shown.select("details").remove();
                if (!bare(shown.text()).equals(bare(Portions.of(mail).visible()))) {
                    other.add(file.getFileName() + ": " + shown.text());
                }
            }
        }
        assertThat(other).isEmpty();
    }

    @Test
    void what_is_answered_between_the_lines_stays() {
        assertThat(folded("<div>No.</div><blockquote type=cite>Blue?</blockquote><div>Rather green.</div>"
                        + "<blockquote type=cite>Ten?</blockquote><div>Twelve.</div>"))
                .isEqualTo("No.Rather green.Twelve.");
    }

    @Test
    void a_quotation_with_nothing_above_it_stays() {
        assertThat(folded("<blockquote type=cite>Only old words</blockquote>")).isEqualTo("Only old words");
    }

    private static String folded(String html) {
        var body = Jsoup.parse(html).body();
        HtmlFolds.fold(body, new Portions("", "", ""), false);
        body.select("details").remove();
        return body.wholeText();
    }

    private static String bare(String text) {
        return text.replaceAll("<https?://[^>]*>", "")
                .replaceAll("(?m)^[-*] ", "")
                .replaceAll("[^\\p{L}\\p{N}]+", "");
    }

    private static Stream<Path> mails() throws IOException {
        return Files.list(Path.of("src/test/resources/mail/corpus"))
                .filter(it -> it.toString().endsWith(".eml"))
                // what an invitation says stands in its calendar part alone
                .filter(it -> !it.getFileName().toString().startsWith("invitation"));
    }
}
