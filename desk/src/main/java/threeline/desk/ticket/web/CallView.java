package threeline.desk.ticket.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import threeline.desk.people.Requester;
import threeline.desk.ticket.web.Acts.Choice;

/**
 * The page on which a call is logged.
 *
 * @param who what was typed of the caller so far
 * @param callers who that may be; null before anything was typed
 * @param logged what was logged just before
 * @param sent what was sent and not taken, with the words to say to the caller
 */
public record CallView(
        String who,
        String line,
        @Nullable List<Requester> callers,
        Choices choices,
        @Nullable Logged logged,
        @Nullable Sent sent) {

    /** What may be said besides; each empty where the charter knows of none, or of one alone. */
    public record Choices(
            List<Choice> lines, List<SeverityView> severities, List<Choice> categories, List<Choice> applications) {}

    /** Whether this was chosen in what was sent. */
    public boolean chosen(String field, String id) {
        return sent != null && id.equals(sent.fields().get(field));
    }

    /** What was typed in a field of what was sent, or what stands there at first. */
    public String typed(String field, String atFirst) {
        return sent == null ? atFirst : sent.fields().getOrDefault(field, "");
    }

    /** What the charter says to it, and all fields that were sent. */
    public record Sent(String words, Map<String, String> fields) {

        public Sent {
            fields = Map.copyOf(fields);
        }
    }

    public record Logged(long number, String reference, String subject, boolean solved) {}
}
