package threeline.desk.timekeeping.web;

import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import threeline.desk.ticket.Entry;
import threeline.desk.ticket.Ticket;
import threeline.desk.ticket.TicketEvent;
import threeline.desk.timekeeping.web.HandoverView.Fact;
import threeline.desk.web.Moments;
import threeline.promises.charter.Charter;
import threeline.promises.charter.Hold;
import threeline.promises.keeping.Promise;
import threeline.promises.keeping.Standing;
import threeline.promises.sla.Metric;

/** A ticket in four lines: what is asked, what was promised by when, the last contact, what is waited for. */
record Overview(Ticket ticket, List<Entry> timeline, Standing standing, Charter charter, Moments moments) {

    private static final int SHORT = 140;

    List<Fact> facts() {
        return List.of(
                new Fact("Asked", ticket.subject()),
                new Fact("Promised", promised()),
                new Fact("Last contact", lastContact()),
                new Fact("Waits for", waitsFor()));
    }

    private String promised() {
        var told = standing.promises().stream()
                .filter(it -> it.endedAt() == null && it.metric() != Metric.HANDOVER)
                .map(this::promised)
                .collect(joining("; "));
        return told.isEmpty() ? "nothing by a time" : told;
    }

    private String promised(Promise it) {
        var name = it.metric().word().replace('-', ' ') + (it.aim() ? " (aim)" : "");
        var due = it.dueAt();
        if (due == null) {
            return name + (it.left() == null ? ", counted" : ", stands still");
        }
        return name + (due.isBefore(moments.now()) ? ", was due " : " by ") + moments.start(due);
    }

    private String lastContact() {
        var contact = last(Overview::isContact);
        if (contact.isEmpty()) {
            return "none";
        }
        var answered = last(it -> it.event() instanceof TicketEvent.Replied
                        || it.event() instanceof TicketEvent.Called(var reached) && reached)
                .map(Entry::at)
                .filter(at -> at.isAfter(contact.get().at()));
        return "%s, %s%s"
                .formatted(
                        moments.start(contact.get().at()),
                        answered.map(this::answered).orElse("not answered yet"),
                        quoted(contact.get().text()));
    }

    private String answered(Instant at) {
        return "answered " + moments.start(at);
    }

    private Optional<Entry> last(Predicate<Entry> which) {
        return timeline.reversed().stream().filter(which).findFirst();
    }

    private static boolean isContact(Entry it) {
        return it.event() instanceof TicketEvent.Opened || it.event() instanceof TicketEvent.Contacted;
    }

    private static String quoted(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return "";
        }
        var words = text.strip().replaceAll("\\s+", " ");
        return ": “" + (words.length() > SHORT ? words.substring(0, SHORT) + "…" : words) + "”";
    }

    private String waitsFor() {
        var hold = ticket.hold();
        return hold == null ? "nothing" : charter.hold(hold).map(Hold::name).orElse(hold);
    }
}
