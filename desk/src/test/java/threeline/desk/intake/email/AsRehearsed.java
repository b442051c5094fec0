package threeline.desk.intake.email;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import threeline.promises.rehearsal.Event;
import threeline.promises.rehearsal.Rehearsed;
import threeline.testing.Program;
import tools.jackson.databind.JsonNode;

/** Holds what the running desk says of a ticket against what its rehearsal says. */
final class AsRehearsed {

    /** What stands on a live timeline as itself; the rest of a rehearsal's events say how a ticket stands by then. */
    private static final Set<String> TOLD = Set.of(
            "opened",
            "contacted",
            "held",
            "resumed",
            "severity-changed",
            "rose",
            "warned",
            "late",
            "breached",
            "met",
            "ended",
            "handed-over",
            "escalated",
            "returned",
            "consulted",
            "extended",
            "resolved",
            "closed",
            "merged",
            "due-moved");

    private static final List<String> DETAILS = List.of("promise", "nth", "aim", "percent");

    private AsRehearsed() {}

    static void check(Program program, long number, Rehearsed rehearsed, String ticket) {
        assertThat(told(program, number)).as(ticket).containsExactlyInAnyOrderElementsOf(expected(rehearsed, ticket));
        comparePromises(program, number, rehearsed, ticket);
    }

    /** What comes to a closed ticket stands on the one that goes on with it. */
    private static List<String> expected(Rehearsed rehearsed, String ticket) {
        var told = rehearsed.events().stream()
                .filter(it -> it.ticket().equals(ticket) && TOLD.contains(it.name()))
                .toList();
        var closed = told.stream().filter(it -> it.name().equals("closed")).findFirst();
        return told.stream()
                .filter(it -> closed.isEmpty() || !it.at().isAfter(closed.get().at()))
                .map(AsRehearsed::line)
                .toList();
    }

    private static String line(Event event) {
        return line(event.at(), event.name(), event.details()::get);
    }

    private static List<String> told(Program program, long number) {
        var all = new ArrayList<String>();
        var cursor = "";
        while (cursor != null) {
            var page = program.get("/tickets/%d/timeline?limit=100%s".formatted(number, cursor));
            assertThat(page.status()).as(page.toString()).isEqualTo(200);
            page.json()
                    .get("items")
                    .valueStream()
                    .filter(it -> TOLD.contains(it.get("kind").asString()))
                    .map(it -> line(
                            Instant.parse(it.get("at").asString()),
                            it.get("kind").asString(),
                            name -> text(it.get("details").get(name))))
                    .forEach(all::add);
            var next = page.json().get("next");
            cursor = next.isNull() ? null : "&cursor=" + next.asString();
        }
        return all;
    }

    private static String line(Instant at, String name, Function<String, Object> details) {
        var line = new StringBuilder(at.truncatedTo(ChronoUnit.MILLIS) + " " + name);
        for (var detail : DETAILS) {
            var value = name.equals("resolved") ? null : details.apply(detail);
            if (value != null && !value.toString().equals("false") && !isFirst(detail, value)) {
                line.append(' ').append(detail).append(' ').append(value);
            }
        }
        return line.toString();
    }

    /** A rehearsal numbers promises from the second on. */
    private static boolean isFirst(String detail, Object value) {
        return detail.equals("nth") && value.toString().equals("1");
    }

    private static Object text(JsonNode value) {
        return value == null || value.isNull() ? null : value.asString();
    }

    private static void comparePromises(Program program, long number, Rehearsed rehearsed, String ticket) {
        var live = program.get("/tickets/%d/promises".formatted(number))
                .json()
                .get("items")
                .valueStream()
                .map(it -> "%s %s %s %s late %s breached %s"
                        .formatted(
                                it.get("metric").asString(),
                                it.get("nth").asInt(),
                                it.get("aim").asBoolean() ? "aim" : "promise",
                                it.get("state").asString(),
                                instant(it.get("lateAt")),
                                instant(it.get("breachedAt"))))
                .toList();
        var said = rehearsed.standings().get(ticket).promises().stream()
                .map(it -> "%s %s %s %s late %s breached %s"
                        .formatted(
                                it.metric().word(),
                                it.nth(),
                                it.aim() ? "aim" : "promise",
                                it.state(),
                                it.lateAt(),
                                it.breachedAt()))
                .toList();
        assertThat(live).as(ticket).containsExactlyInAnyOrderElementsOf(said);
    }

    private static Instant instant(JsonNode value) {
        return value == null || value.isNull()
                ? null
                : OffsetDateTime.parse(value.asString()).toInstant();
    }
}
