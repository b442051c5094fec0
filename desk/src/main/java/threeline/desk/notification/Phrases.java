package threeline.desk.notification;

import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import threeline.desk.notification.Letterhead.Occasion;
import threeline.desk.ticket.Entry;
import threeline.desk.timekeeping.Timekeeper;
import threeline.promises.charter.Charter;
import threeline.promises.keeping.Promise;

/** What is told, in words. Promises are told, aims never. */
@Component
class Phrases {

    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("EEEE d MMMM, HH:mm", Locale.UK);

    private final Timekeeper timekeeper;
    private final InstantSource time;

    Phrases(Timekeeper timekeeper, InstantSource time) {
        this.timekeeper = timekeeper;
        this.time = time;
    }

    Said say(Occasion it, List<Entry> entries, Charter charter) {
        if (it.guarded() && it.automatic()) {
            return guarded(it, charter);
        }
        var subject = subject(it);
        return switch (it.notice().what()) {
            case OPENED -> said(it, charter, subject, opened(it, entries, charter));
            case REPLIED -> said(it, charter, "Re: " + subject, reply(entries.getFirst()));
            case RESOLVED -> said(it, charter, "Re: " + subject, resolved(it));
        };
    }

    /** To somebody who may never have written: nothing in it is of another's choosing. */
    private static Said guarded(Occasion it, Charter charter) {
        var subject = "[%s] A message from your address".formatted(it.reference());
        var words = List.of(
                List.of("Hello,"),
                List.of(
                        "a message with your address as its sender has reached us.",
                        "If it was yours, there is nothing to do: we look after it. If it was not, ignore this mail."));
        return said(it, charter, subject, words);
    }

    private static Said said(Occasion it, Charter charter, String subject, List<List<String>> paragraphs) {
        var footer = List.of(
                charter.name(), "Your reference is %s. Answer this mail to go on with it.".formatted(it.reference()));
        return new Said(charter.name(), it.reference(), subject, paragraphs, footer);
    }

    private static String subject(Occasion it) {
        var given = it.ticket().subject().replaceAll("\\p{Cntrl}+", " ").strip();
        var quoted = "[%s]".formatted(it.reference());
        return given.contains(quoted) ? given : "%s %s".formatted(quoted, given).strip();
    }

    private List<List<String>> opened(Occasion it, List<Entry> entries, Charter charter) {
        var paragraphs = new ArrayList<List<String>>();
        paragraphs.add(List.of("Hello %s,".formatted(it.to().called())));
        paragraphs.add(
                List.of("thank you for getting in touch. Your request \"%s\" has reached us; its reference is %s."
                        .formatted(it.ticket().subject(), it.reference())));
        var promised = promised(entries, charter);
        if (!promised.isEmpty()) {
            paragraphs.add(promised);
        }
        return paragraphs;
    }

    private List<String> promised(List<Entry> entries, Charter charter) {
        return timekeeper.standing(entries, time.instant()).promises().stream()
                .filter(promise -> !promise.which().aim())
                .flatMap(promise -> promised(promise, charter).stream())
                .toList();
    }

    private static Optional<String> promised(Promise promise, Charter charter) {
        var due = promise.dueAt();
        if (due == null) {
            return Optional.empty();
        }
        return switch (promise.which().metric()) {
            case RESPONSE -> Optional.of("We will answer by %s.".formatted(when(due, charter)));
            case RESOLUTION -> Optional.of("We will have it resolved by %s.".formatted(when(due, charter)));
            default -> Optional.empty();
        };
    }

    private static String when(Instant due, Charter charter) {
        return "%s (%s)".formatted(WHEN.format(due.atZone(charter.zone())), charter.zone());
    }

    /** As the agent wrote it. */
    private static List<List<String>> reply(Entry entry) {
        var text = entry.text() == null ? "" : entry.text().strip();
        return Arrays.stream(text.split("\n\\s*\n"))
                .map(paragraph -> paragraph.lines().toList())
                .toList();
    }

    private static List<List<String>> resolved(Occasion it) {
        return List.of(
                List.of("Hello %s,".formatted(it.to().called())),
                List.of("your request \"%s\" is resolved.".formatted(it.ticket().subject())),
                List.of("If it isn't, just answer this mail: that opens it again."));
    }
}
