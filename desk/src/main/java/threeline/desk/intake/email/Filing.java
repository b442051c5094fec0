package threeline.desk.intake.email;

import static org.jooq.impl.DSL.row;
import static threeline.desk.db.intake.Tables.FILED;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Row6;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import threeline.desk.mail.Ambiguity;
import threeline.desk.mail.IncomingMail;
import threeline.desk.ticket.Entry;
import threeline.desk.ticket.TicketChanged;
import threeline.desk.ticket.TicketEvent;
import threeline.desk.ticket.Timeline;

/** Writes down which letter stands where on which timeline. The ticket desk itself tells, while a letter is in hand. */
@Component
class Filing {

    private static final ScopedValue<List<Timeline.Place>> IN_HAND = ScopedValue.newInstance();

    private final DSLContext db;

    Filing(DSLContext db) {
        this.db = db;
    }

    /** A letter, how it was laid out, and the places where its words stand now. */
    record Filed(long letter, Layout layout, List<Timeline.Place> places) {}

    /**
     * How a mail was laid out by its sender.
     *
     * @param elsewhere whether it shows pictures that did not come with it
     * @param ambiguous why it can be read in more than one way; null where it can't
     */
    record Layout(Form form, boolean elsewhere, @Nullable String ambiguous) {

        private static final Pattern ELSEWHERE =
                Pattern.compile("(?i)<img[^>]{1,2000}?src\\s{0,9}=\\s{0,9}[\"']?\\s{0,9}https?:");

        static final Layout NONE = new Layout(Form.WORDS, false, null);

        static Layout of(IncomingMail mail) {
            var html = mail.html();
            var ambiguous = ambiguous(mail);
            return html == null
                    ? new Layout(Form.WORDS, false, ambiguous)
                    : new Layout(Form.of(mail, html), ELSEWHERE.matcher(html).find(), ambiguous);
        }

        private static @Nullable String ambiguous(IncomingMail mail) {
            return mail.ambiguities().isEmpty()
                    ? null
                    : mail.ambiguities().stream().sorted().map(Ambiguity::words).collect(Collectors.joining("; "));
        }
    }

    enum Form {
        WORDS,
        HTML,
        PICTURES;

        private static Form of(IncomingMail mail, String html) {
            var shown = mail.attachments().stream()
                    .anyMatch(it -> it.contentId() != null && html.contains("cid:" + it.contentId()));
            return shown ? PICTURES : HTML;
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Does something with one letter, and gathers the places that it comes to. */
    static <T> T watching(List<Timeline.Place> places, Supplier<T> work) {
        return ScopedValue.where(IN_HAND, places).call(work::get);
    }

    /** In the same transaction; all in one statement. */
    void keep(List<Filed> filed) {
        var rows = new ArrayList<Row6<Long, Integer, Long, String, Boolean, String>>();
        for (var it : filed) {
            it.places()
                    .forEach(place -> rows.add(row(
                            place.ticket().value(),
                            place.entry(),
                            it.letter(),
                            it.layout().form().word(),
                            it.layout().elsewhere(),
                            it.layout().ambiguous())));
        }
        if (!rows.isEmpty()) {
            db.insertInto(
                            FILED,
                            FILED.TICKET,
                            FILED.ENTRY,
                            FILED.LETTER,
                            FILED.LAYOUT,
                            FILED.ELSEWHERE,
                            FILED.AMBIGUOUS)
                    .valuesOfRows(rows)
                    .onConflictDoNothing()
                    .execute();
        }
    }

    @EventListener
    void on(TicketChanged change) {
        if (IN_HAND.isBound()) {
            change.entries().stream()
                    .filter(Filing::isSaidFromOutside)
                    .map(entry -> new Timeline.Place(change.ticket().number(), entry.number()))
                    .forEach(IN_HAND.get()::add);
        }
    }

    private static boolean isSaidFromOutside(Entry entry) {
        var event = entry.event();
        return event instanceof TicketEvent.Opened
                || event instanceof TicketEvent.Contacted
                || event instanceof TicketEvent.Echoed
                || event instanceof TicketEvent.VendorReplied;
    }
}
