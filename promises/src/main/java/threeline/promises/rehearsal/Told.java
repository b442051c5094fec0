package threeline.promises.rehearsal;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import threeline.promises.clock.Explanation;
import threeline.promises.clock.Reason;
import threeline.promises.clock.State;
import threeline.promises.keeping.Promise;

/** Promises and how they came about, in words for people and as data for programs. */
public final class Told {

    private static final DateTimeFormatter MINUTES =
            DateTimeFormatter.ofPattern("EEE yyyy-MM-dd HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("EEE yyyy-MM-dd HH:mm:ss", Locale.ENGLISH);

    private Told() {}

    public static String time(Instant instant, ZoneId zone) {
        var local = instant.atZone(zone);
        return (local.getSecond() == 0 ? MINUTES : SECONDS).format(local);
    }

    /** As scenarios write it: {@code 22h25m}. */
    public static String length(Duration length) {
        var told = new StringBuilder();
        append(told, length.toHours(), "h");
        append(told, length.toMinutesPart(), "m");
        append(told, length.toSecondsPart(), "s");
        return told.isEmpty() ? "0m" : told.toString();
    }

    private static void append(StringBuilder told, long number, String unit) {
        if (number != 0) {
            told.append(number).append(unit);
        }
    }

    /** How a promise stands, in a line. */
    public static String standing(Promise promise, ZoneId zone) {
        var due = promise.dueAt();
        var left = promise.left();
        return "%s is %s%s, %s counted%s"
                .formatted(
                        promise.which(),
                        promise.state(),
                        due == null ? "" : ", due " + time(due, zone),
                        length(promise.elapsed()),
                        left == null ? "" : ", " + length(left) + " left");
    }

    /** Clause 11: every stretch that counted, every stretch left out and why, and the line that says so. */
    public static List<String> explained(Promise promise, ZoneId zone) {
        var explanation = promise.explanation();
        var lines = new ArrayList<String>();
        lines.add(standing(promise, zone));
        var target = explanation.target();
        if (target != null) {
            var citation = target.citation();
            lines.add("  by %s, line %d: %s".formatted(explanation.version(), citation.line(), citation.text()));
        }
        for (var part : explanation.parts()) {
            lines.add("  %s – %s  %8s  %s"
                    .formatted(
                            time(part.interval().start(), zone),
                            time(part.interval().end(), zone),
                            part.reason() instanceof Reason.Open
                                    ? length(part.interval().length())
                                    : "",
                            words(part.reason())));
        }
        lines.add("  %s: %s".formatted(upTo(promise), length(explanation.counted())));
        return lines;
    }

    /** An explanation goes as far as the due instant; what counts on after a breach is in the promise's first line. */
    private static String upTo(Promise promise) {
        if (promise.state() == State.BREACHED) {
            return "counted until it was due";
        }
        return promise.state() == State.RUNNING && promise.dueAt() != null
                ? "counts until it is due"
                : "counted in all";
    }

    private static String words(Reason reason) {
        return switch (reason) {
            case Reason.Open _ -> "counts";
            case Reason.Shut(var why) -> "closed: " + why.text();
            case Reason.OnHold(var hold) -> "on hold: " + hold;
            case Reason.Resolved _ -> "resolved";
        };
    }

    /** The same as data, for the page that draws it. */
    public static Map<String, @Nullable Object> data(Promise promise, ZoneId zone) {
        var explanation = promise.explanation();
        var data = new LinkedHashMap<String, @Nullable Object>();
        data.put("promise", promise.metric().word());
        data.put("nth", promise.nth());
        data.put("aim", promise.aim());
        data.put("state", promise.state().toString());
        data.put("started", local(promise.startedAt(), zone));
        data.put("due", local(promise.dueAt(), zone));
        data.put("late", local(promise.lateAt(), zone));
        data.put("breached", local(promise.breachedAt(), zone));
        data.put("elapsed", promise.elapsed().toString());
        data.put("left", promise.left() == null ? null : String.valueOf(promise.left()));
        data.put("version", explanation.version());
        var target = explanation.target();
        data.put("line", target == null ? null : target.citation().line());
        data.put("text", target == null ? null : target.citation().text());
        data.put(
                "stretches",
                explanation.parts().stream().map(part -> stretch(part, zone)).toList());
        return data;
    }

    private static Map<String, @Nullable Object> stretch(Explanation.Part part, ZoneId zone) {
        var data = new LinkedHashMap<String, @Nullable Object>();
        data.put("from", local(part.interval().start(), zone));
        data.put("to", local(part.interval().end(), zone));
        data.put("kind", kind(part.reason()));
        data.put("reason", words(part.reason()));
        return data;
    }

    private static String kind(Reason reason) {
        return switch (reason) {
            case Reason.Open _ -> "open";
            case Reason.Shut _ -> "closed";
            case Reason.OnHold _ -> "hold";
            case Reason.Resolved _ -> "resolved";
        };
    }

    static @Nullable String local(@Nullable Instant instant, ZoneId zone) {
        return instant == null ? null : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(instant.atZone(zone));
    }
}
