package threeline.desk.ticket;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An entry about to be written: what happened, by whom, in what words. */
record NewEntry(TicketEvent event, Author author, @Nullable NewMessage message) {

    static NewEntry of(TicketEvent event, Author author) {
        return new NewEntry(event, author, null);
    }

    static NewEntry found(TicketEvent.ByItself event) {
        return new NewEntry(event, Author.desk(), null);
    }

    Entry at(Instant at, int number) {
        return message == null
                ? new Entry(number, at, event, author, null, null, List.of())
                : new Entry(number, at, event, author, message.subject(), message.text(), Attachments.listed(message));
    }
}
