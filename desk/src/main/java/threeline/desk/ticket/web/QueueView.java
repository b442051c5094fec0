package threeline.desk.ticket.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a view.
 *
 * @param next the address of the next page; null on the last
 * @param earlier whether this is not the first page
 */
public record QueueView(
        Listing view,
        String count,
        List<QueueGroup> groups,
        @Nullable String next,
        boolean earlier) {

    public boolean isEmpty() {
        return groups.isEmpty();
    }

    /** In a sentence: what stands where, the urgent first. */
    public String summary() {
        var parts = new java.util.ArrayList<String>();
        for (var group : groups) {
            if (group.title().equals(Urgency.PAST_DUE.title())
                    || group.title().equals(Urgency.WITHIN_THE_HOUR.title())) {
                parts.add(group.count() + " " + group.title().toLowerCase(java.util.Locale.ROOT));
            }
        }
        parts.addFirst(count + " " + view.noun());
        return String.join(", ", parts);
    }
}
