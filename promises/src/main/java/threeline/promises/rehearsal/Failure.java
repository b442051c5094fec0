package threeline.promises.rehearsal;

import java.time.Instant;
import java.util.List;
import threeline.promises.source.Place;

/** An expectation that failed: what was expected, what came, and how that came about. */
public record Failure(
        Place at, Instant instant, String ticket, String expected, String came, List<String> explanation) {

    public Failure {
        explanation = List.copyOf(explanation);
    }

    @Override
    public String toString() {
        return "%s: expected %s, but %s".formatted(ticket, expected, came);
    }
}
