package threeline.desk.portal.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import threeline.desk.timekeeping.web.Bar;

/** One request, as whoever asked it sees it. */
public record RequestView(
        Page page,
        Head head,
        List<Step> steps,
        List<Told> conversation,
        List<PromiseLine> promises,
        List<Fact> facts,
        Choices choices) {

    /** @param state a colour for where it stands: open, held, resolved, closed */
    public record Head(long number, String subject, String reference, String state, String icon, String line) {}

    /** A step of its way; {@code done}, {@code now} or {@code todo}. */
    public record Step(String state, String icon, String name, String at) {}

    /** Something on its timeline: words with their writer, or an event. */
    public record Told(
            String at, @Nullable Said said, @Nullable Event event) {}

    /** @param body what was said, and what a mail carries below that */
    public record Said(String kind, String initials, String who, String how, Body body, List<File> files) {}

    public record Body(List<List<String>> words, List<List<String>> folded) {}

    public record Event(String kind, String icon, String text) {}

    public record File(String path, String name, String size) {}

    /** What was promised, how it stands, drawn, and a sentence more. */
    public record PromiseLine(String name, RequestRow.Standing standing, Bar bar, String text) {}

    public record Fact(String name, String value) {}

    /** What may be done to it now. @param written what was typed and could not be taken, with why */
    public record Choices(
            boolean confirm,
            String reply,
            String hint,
            List<SeverityCard> severities,
            @Nullable String problem,
            String written) {}
}
