package threeline.desk.notification.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one was told, the latest first.
 *
 * @param before where the page that follows goes on; null on the last
 */
public record ToldView(
        List<Row> rows, int unread, String hears, @Nullable Long before) {

    /**
     * @param when short, as it is said today
     * @param exact the instant, for programs
     */
    public record Row(
            long id,
            String path,
            String reference,
            String subject,
            String line,
            String when,
            String exact,
            boolean unread) {}
}
