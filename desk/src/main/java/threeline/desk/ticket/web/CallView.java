package threeline.desk.ticket.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import threeline.desk.people.Requester;
import threeline.desk.ticket.web.Deeds.Choice;

/**
 * The page on which a call is logged.
 *
 * @param who what was typed of the caller so far
 * @param callers who that may be; null before anything was typed
 * @param logged what was logged just before
 */
public record CallView(
        String who,
        String line,
        @Nullable List<Requester> callers,
        Choices choices,
        @Nullable Logged logged) {

    /** What may be said besides; each empty where the charter knows of none, or of one alone. */
    public record Choices(
            List<Choice> lines, List<SeverityView> severities, List<Choice> categories, List<Choice> applications) {}

    public record Logged(long number, String reference, String subject, boolean solved) {}
}
