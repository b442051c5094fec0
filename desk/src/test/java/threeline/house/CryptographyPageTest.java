package threeline.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page on cryptography names what the program names. */
class CryptographyPageTest {

    static final Pattern NAMED = Pattern.compile(
            "getInstance\\(\"([^\"]+)\"|HmacAlgorithms\\.(\\w+)|COSEAlgorithmIdentifier\\.(\\w+)|(Argon2id|SecureRandom)\\b"
                    + "|get(Sha\\d+)Digest|DigestUtils\\.(sha\\d+)");

    @Test
    void each_algorithm_that_the_program_names_is_on_the_page() throws IOException {
        var page = Files.readString(Path.of("../docs/cryptography.md")).replace("SHA-256", "sha256 Sha256");
        assertThat(named())
                .hasSizeGreaterThan(6)
                .allSatisfy(it -> assertThat(page).contains(it));
    }

    static Set<String> named() throws IOException {
        var found = new TreeSet<String>();
        try (var files = Files.walk(Path.of("src/main/java"))) {
            files.filter(it -> it.toString().endsWith(".java"))
                    .forEach(it -> NAMED.matcher(text(it)).results().forEach(match -> {
                        for (var group = 1; group <= match.groupCount(); group++) {
                            if (match.group(group) != null) {
                                found.add(match.group(group));
                            }
                        }
                    }));
        }
        return found;
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
