package threeline.promises.charter;

import java.util.List;
import org.jspecify.annotations.Nullable;
import threeline.promises.source.Finding;

/** What came of reading a file: the charter as far as it could be made out, and what is wrong with the text. */
public record Reading(@Nullable Charter charter, List<Finding> findings) {

    public Reading {
        findings = List.copyOf(findings);
    }

    public boolean hasErrors() {
        return charter == null || findings.stream().anyMatch(Finding::isError);
    }

    /** @throws IllegalArgumentException with all errors, for callers who have nobody to tell */
    public Charter orThrow() {
        if (charter == null || hasErrors()) {
            var errors = findings.stream().filter(Finding::isError).map(Finding::toString);
            throw new IllegalArgumentException(String.join("\n", errors.toList()));
        }
        return charter;
    }
}
