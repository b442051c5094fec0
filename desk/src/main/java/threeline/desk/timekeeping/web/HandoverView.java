package threeline.desk.timekeeping.web;

import java.util.List;

/**
 * What who receives a ticket should know, in short.
 *
 * @param handed from whom, to whom and when
 * @param awaited whether its acceptance is waited for
 */
public record HandoverView(String path, String handed, boolean awaited, List<Fact> facts) {

    /** What was asked, what was promised, who wrote last, what is waited for. */
    public record Fact(String name, String text) {}
}
