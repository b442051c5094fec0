package threeline.desk.ticket.web;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import threeline.desk.people.AgentId;
import threeline.desk.ticket.Departure;
import threeline.desk.web.Moments;

/**
 * A reply that has not left.
 *
 * @param until when it leaves, in milliseconds for the page's clock
 * @param at the same for people
 * @param mine whether whoever looks wrote it, and can take it back
 */
public record LeavingView(
        long id,
        String writer,
        List<List<String>> paragraphs,
        long until,
        String at,
        boolean mine,
        @Nullable String failure) {

    static LeavingView of(Departure it, String writer, Optional<AgentId> me, Moments moments) {
        return new LeavingView(
                it.id(),
                writer,
                EntryView.Body.paragraphs(it.text()),
                it.leavesAt().toEpochMilli(),
                moments.clock(it.leavesAt()),
                me.filter(it.by()::equals).isPresent(),
                it.failure());
    }
}
