package threeline.promises.rehearsal;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import threeline.promises.source.Bad;
import threeline.promises.source.Kind;
import threeline.promises.source.Scalars;
import threeline.promises.source.Schema;

/** A time as a scenario writes it: on the clock of the charter's zone, or with an offset of its own. */
sealed interface Moment {

    Kind<Moment> MOMENT = Scalars.scalar(
            "a time",
            Moment::parse,
            Schema.of("type", "string").and("examples", List.of("2026-12-24 16:30", "2026-12-24T16:30:00Z")));

    /** On the wall, wherever the charter is at home. */
    record Local(LocalDateTime time) implements Moment {}

    /** Anywhere. */
    record Exact(Instant time) implements Moment {}

    /** Times that are instants at once, read in a zone. */
    static Kind<Instant> instants(ZoneId zone) {
        return Scalars.scalar("a time", text -> parse(text).in(zone), MOMENT.schema());
    }

    /**
     * The instant meant.
     *
     * @throws Bad for a local time that a clock change skips or doubles
     */
    default Instant in(ZoneId zone) {
        return switch (this) {
            case Exact(var instant) -> instant;
            case Local(var time) -> {
                var offsets = zone.getRules().getValidOffsets(time);
                if (offsets.size() != 1) {
                    var how = offsets.isEmpty() ? "skipped" : "passed twice";
                    throw new Bad(
                            "%s is %s in %s, where the clocks change".formatted(time, how, zone),
                            "write it with an offset, such as %s+01:00".formatted(time));
                }
                yield time.toInstant(offsets.getFirst());
            }
        };
    }

    private static Moment parse(String text) {
        var iso = text.replaceFirst("^(\\d{4}-\\d{2}-\\d{2}) +", "$1T");
        try {
            return iso.matches(".*T.*(Z|[+-]\\d{2}(:?\\d{2})?)$")
                    ? new Exact(OffsetDateTime.parse(iso).toInstant())
                    : new Local(LocalDateTime.parse(iso));
        } catch (DateTimeException _) {
            throw new Bad(
                    "there is no time \"" + text + "\"",
                    "write YYYY-MM-DD HH:MM, with seconds or an offset if need be");
        }
    }
}
