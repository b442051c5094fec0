package threeline.desk.ticket;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How another module shows, beside an entry of a timeline, what came in as it came. */
public interface Originals {

    /** Those of a ticket's entries, by their numbers. */
    Map<Integer, Original> of(TicketNumber ticket);

    /**
     * Where one is found, below the desk's own path.
     *
     * @param layout null where its sender laid out nothing
     * @param bytes as it came
     * @param way which way it went; null where whoever looks may not see that
     * @param ambiguous why it can be read in more than one way, so that others may see something else; null where it can't
     */
    record Original(
            @Nullable Layout layout,
            String bytes,
            @Nullable String way,
            @Nullable String ambiguous) {

        /**
         * As its sender laid it out.
         *
         * @param pictures whether pictures came with it that stand between its words
         * @param elsewhere whether it shows others, which are fetched only when somebody asks
         */
        public record Layout(String path, boolean pictures, boolean elsewhere) {}
    }
}
