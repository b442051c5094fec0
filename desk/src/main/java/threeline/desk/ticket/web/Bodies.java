package threeline.desk.ticket.web;

import java.util.Map;
import threeline.desk.mail.Portions;
import threeline.desk.ticket.Attachment;
import threeline.desk.ticket.Entry;
import threeline.desk.ticket.Originals;
import threeline.desk.ticket.TicketEvent;
import threeline.desk.ticket.TicketNumber;
import threeline.desk.ticket.web.EntryView.Body;

/** What was said in an entry: its words, what is folded of them, its files, and the way to how it came. */
record Bodies(TicketNumber ticket, Map<Integer, Originals.Original> originals) {

    Body of(Entry it, String subject) {
        var text = it.text() == null ? "" : it.text();
        var portions = cameByMail(it) ? folded(Portions.of(subject, text), text) : Portions.whole(text);
        return new Body(
                Body.paragraphs(portions.visible()),
                new EntryView.Folds(Body.paragraphs(portions.quoted()), Body.paragraphs(portions.signature())),
                originals.get(it.number()),
                it.attachments().stream().map(file -> file(it, file)).toList());
    }

    /** Only mail programs put things below what people write. */
    private boolean cameByMail(Entry it) {
        return originals.containsKey(it.number()) || it.event() instanceof TicketEvent.Echoed;
    }

    /** Words that are all quotation are what was said. */
    private static Portions folded(Portions portions, String text) {
        return portions.visible().isBlank() ? Portions.whole(text) : portions;
    }

    private EntryView.File file(Entry entry, Attachment file) {
        var path = "/tickets/%s/entries/%d/files/%d".formatted(ticket, entry.number(), file.place());
        return new EntryView.File(path, file.name(), size(file.size()), Thumbnails.isLikely(file.name()));
    }

    private static String size(long bytes) {
        if (bytes < 1000) {
            return bytes + " B";
        }
        return bytes < 1_000_000 ? (bytes + 500) / 1000 + " kB" : "%.1f MB".formatted(bytes / 1e6);
    }
}
