package threeline.desk.intake.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import threeline.desk.intake.api.TicketView.Person;
import threeline.desk.ticket.Attachment;
import threeline.desk.ticket.Author;
import threeline.desk.ticket.Entry;

/** One thing on a timeline: what happened, when, by whom, in what words; the rest, by kind, in details. */
record EntryView(
        int number,
        Instant at,
        String kind,
        By by,
        @Nullable String subject,
        @Nullable String text,
        List<Attachment> attachments,
        Map<String, Object> details) {

    /** A requester, an agent, or the desk by itself, which is no person. */
    record By(String kind, @Nullable Person person) {

        static By of(Author author, People people) {
            return switch (author) {
                case Author.OfRequester(var id) -> new By("requester", people.requester(id));
                case Author.OfAgent(var id) -> new By("agent", people.agent(id));
                case Author.OfDesk() -> new By("desk", null);
            };
        }
    }

    static EntryView of(Entry it, People people) {
        var said = EventView.of(it.event());
        return new EntryView(
                it.number(),
                it.at(),
                said.kind(),
                By.of(it.author(), people),
                it.subject(),
                it.text(),
                it.attachments(),
                said.details());
    }
}
