package threeline.desk.ticket.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Names of files as strangers choose them. */
class FileNamesTest {

    /** FreeScout CVE-2026-28289 and everybody's file names: what is not seen, climbs, or turns around. */
    static Stream<String> names() {
        return Stream.of(
                "\u200b.htaccess",
                "../../etc/passwd",
                "..\\..\\boot.ini",
                "a\u202egnp.exe",
                "a\r\nSet-Cookie: x=1",
                "\u0000",
                "",
                " ",
                ".",
                "..",
                "con",
                "a".repeat(400) + ".pdf",
                "ü\"; filename=\"x.html",
                "x\ud800",
                "\u2066evil\u2069",
                "a/b",
                "a:b",
                "%2e%2e%2f",
                "\u0085",
                "\ufeff.bashrc");
    }

    @ParameterizedTest
    @MethodSource("names")
    void a_name_is_fit_to_be_offered(String name) {
        var tidy = FileNames.tidy(name);
        assertThat(tidy).isNotBlank().hasSizeLessThanOrEqualTo(200).doesNotStartWith(".");
        assertThat(tidy.codePoints().map(Character::getType))
                .doesNotContain((int) Character.CONTROL, (int) Character.FORMAT, (int) Character.SURROGATE);
        assertThat(tidy).doesNotContain("/", "\\", ":", "\"");
        assertThat(FileNames.tidy(tidy)).isEqualTo(tidy);
    }
}
