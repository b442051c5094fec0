package threeline.desk.portal.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How bad it may be, in plain words.
 *
 * @param strokes up to three; four for the highest of many, which has a colour of its own
 * @param first what is promised for it, were it asked now
 * @param refusal why it may not come this way, and by which it may; null where it may
 */
public record SeverityCard(
        String id,
        String name,
        String means,
        String examples,
        int strokes,
        List<String> first,
        boolean chosen,
        @Nullable Refusal refusal) {

    /** The charter's words, and the ways that they speak of. */
    public record Refusal(String words, List<HomeView.WayView> ways) {}
}
