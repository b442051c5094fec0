package threeline.desk.contract;

import static java.util.stream.Collectors.joining;

import java.util.List;
import threeline.promises.source.Finding;

/** A text that is no charter, with all that keeps it from being one. */
public final class CharterRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<Finding> findings;

    CharterRefused(List<Finding> findings) {
        super(findings.stream().map(Finding::toString).collect(joining("\n")));
        this.findings = findings;
    }

    public List<Finding> findings() {
        return findings;
    }
}
