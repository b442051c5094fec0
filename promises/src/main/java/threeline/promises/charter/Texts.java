package threeline.promises.charter;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import threeline.promises.calendar.Region;
import threeline.promises.calendar.Window;
import threeline.promises.source.Bad;
import threeline.promises.source.Code;
import threeline.promises.source.Kind;
import threeline.promises.source.Kinds;
import threeline.promises.source.Nearest;
import threeline.promises.source.Node;
import threeline.promises.source.Reader;
import threeline.promises.source.Scalars;
import threeline.promises.source.Schema;

/** Small texts of a charter: windows, durations, regions. */
public final class Texts {

    private static final Pattern TIME = Pattern.compile("(?:(\\d{1,5})h)?(?:(\\d{1,6})m)?(?:(\\d{1,7})s)?");

    private static final Schema WINDOW = Schema.of("type", "string")
            .and("examples", List.of("09:00-17:30", "09:00-12:30, 13:30-17:00", "22:00-06:00"));

    /** Windows of a day, joined by commas or in a list. */
    static final Kind<List<Window>> WINDOWS =
            Kinds.map(Kinds.some(Scalars.scalar("hours", Texts::windows, WINDOW)), Texts::joined);

    /** A length of time in hours, minutes and seconds. */
    public static final Kind<Duration> DURATION = Scalars.scalar(
            "a duration", Texts::duration, Schema.of("type", "string").and("pattern", "^(\\d+h)?(\\d+m)?(\\d+s)?$"));

    static final Kind<Integer> PERCENT = Scalars.scalar("a percentage", Texts::percent, Schema.SCALAR);

    public static final Kind<Region> REGION = Scalars.scalar(
            "a country or subdivision",
            Texts::region,
            Schema.of("type", "string").and("examples", List.of("GB-ENG", "US", "US-MA", "DE-BY")));

    /** What stands where something has still to be supplied. */
    static final String TO_FOLLOW = "to-follow";

    private Texts() {}

    /** Says that something is missing, and reads on as well as can be. */
    static <T extends @Nullable Object> T toFollow(Node.Text text, Reader reader, String what, T meanwhile) {
        reader.findings()
                .warning(
                        Code.VALUE_MISSING,
                        text.at(),
                        "nobody has stated " + what,
                        "what is promised here can't be told to anybody",
                        "state it; until then it is read as round the clock, or not at all");
        return meanwhile;
    }

    static Schema withDays(Schema calendar) {
        var days = calendar.and("patternProperties", Map.of("^" + Days.LIST + "$", WINDOWS.schema()));
        return Schema.any(Schema.words(List.of(TO_FOLLOW)), days);
    }

    private static List<Window> windows(String text) {
        var windows = new ArrayList<Window>();
        for (var part : text.split(",")) {
            try {
                windows.add(Window.parse(part.strip()));
            } catch (DateTimeException _) {
                throw new Bad(
                        "\"" + part.strip() + "\" is no window of hours", "write HH:MM-HH:MM, such as 09:30-17:30");
            }
        }
        return windows;
    }

    private static List<Window> joined(List<List<Window>> lists) {
        return lists.stream().flatMap(List::stream).toList();
    }

    static Duration duration(String text) {
        var match = TIME.matcher(text);
        if (text.isEmpty() || !match.matches()) {
            throw new Bad("\"" + text + "\" is no duration in hours and minutes", "write 15m, 3h or 1h30m");
        }
        return Duration.ofHours(number(match.group(1)))
                .plusMinutes(number(match.group(2)))
                .plusSeconds(number(match.group(3)));
    }

    private static long number(String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }

    private static Integer percent(String text) {
        if (!text.matches("[1-9]\\d?%?")) {
            throw new Bad("\"" + text + "\" is no percentage below 100", "write 50 or 50%");
        }
        return Integer.valueOf(text.replace("%", ""));
    }

    private static Region region(String text) {
        if (!Region.isKnown(text)) {
            var meant = Nearest.to(text, Region.known()).map(code -> "did you mean \"" + code + "\"?");
            throw new Bad("no holidays are known for \"" + text + "\"", meant.orElse("write an ISO 3166 code: GB-ENG"));
        }
        return new Region(text);
    }
}
