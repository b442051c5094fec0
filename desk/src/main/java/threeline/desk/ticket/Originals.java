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
     * @param layout as its sender laid it out; null where they laid out nothing
     * @param pictures whether pictures came with it that stand between its words
     * @param bytes as it came
     * @param way which way it went; null where whoever looks may not see that
     */
    record Original(
            @Nullable String layout,
            boolean pictures,
            String bytes,
            @Nullable String way) {}
}
