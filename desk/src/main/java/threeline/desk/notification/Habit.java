package threeline.desk.notification;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How an agent wants to be told.
 *
 * @param quiet when no mail comes; null for never
 * @param digestAt the time of day, in the desk's zone, at which what is kept for a digest is sent
 * @param choices for what they chose a way; of all else they are told as the desk says
 */
public record Habit(@Nullable Quiet quiet, LocalTime digestAt, Map<Matter, Choice> choices) {

    static final LocalTime USUAL_DIGEST = LocalTime.of(8, 0);
    static final Habit USUAL = new Habit(null, USUAL_DIGEST, Map.of());

    /** How long what was noticed late is gathered, so that it comes as one. */
    private static final Duration GATHERED = Duration.ofMinutes(2);

    public Habit {
        choices = Map.copyOf(choices);
    }

    /** How somebody wants to be told of one sort of things. */
    public enum Choice {
        APP,
        MAIL,
        DIGEST,
        NOTHING;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** From a time of day to another, over midnight where the second is not after the first. */
    public record Quiet(LocalTime from, LocalTime until) {

        boolean has(LocalTime time) {
            return from.isBefore(until)
                    ? !time.isBefore(from) && time.isBefore(until)
                    : !time.isBefore(from) || time.isBefore(until);
        }
    }

    /** What becomes of one thing that is told: not at all, in the app only, or in a mail at once or at an instant. */
    sealed interface Manner {

        /** The same for who has no right to it before an instant, or ever where there is none: what is mailed waits until then. */
        default Manner notBefore(@Nullable Instant begins) {
            return switch (this) {
                case Untold it -> it;
                case Shown it -> it;
                case Mailed _ -> begins == null ? new Shown() : new Kept(begins);
                case Kept it -> begins == null ? new Shown() : it.until().isBefore(begins) ? new Kept(begins) : it;
            };
        }

        record Untold() implements Manner {}

        record Shown() implements Manner {}

        record Mailed() implements Manner {}

        record Kept(Instant until) implements Manner {}
    }

    /** Mail keeps still in quiet hours; what the desk noticed late is gathered into one mail. */
    Manner manner(Matter what, Set<Rule.Way> ways, boolean old, Instant now, ZoneId zone) {
        var choice = choices.get(what);
        if (choice == Choice.NOTHING) {
            return new Manner.Untold();
        }
        var mailed = choice == null ? ways.contains(Rule.Way.MAIL) : choice != Choice.APP;
        if (!mailed) {
            return new Manner.Shown();
        }
        var earliest = choice == Choice.DIGEST ? next(digestAt, now, zone) : old ? now.plus(GATHERED) : now;
        var at = afterQuiet(earliest, zone);
        return at.equals(now) ? new Manner.Mailed() : new Manner.Kept(at);
    }

    private Instant afterQuiet(Instant at, ZoneId zone) {
        return quiet == null || !quiet.has(at.atZone(zone).toLocalTime()) ? at : next(quiet.until(), at, zone);
    }

    private static Instant next(LocalTime time, Instant now, ZoneId zone) {
        var today = now.atZone(zone).toLocalDate();
        var then = today.atTime(time).atZone(zone).toInstant();
        return then.isAfter(now)
                ? then
                : today.plusDays(1).atTime(time).atZone(zone).toInstant();
    }
}
