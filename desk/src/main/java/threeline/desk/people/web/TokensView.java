package threeline.desk.people.web;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import threeline.desk.people.Agent;
import threeline.desk.people.access.Actor;
import threeline.desk.people.access.ApiToken;

/** What the tokens page shows; the text of the one just made, this once. */
public record TokensView(
        Actor actor,
        List<ApiToken> tokens,
        List<Agent> agents,
        Instant now,
        String csrf,
        @Nullable String made) {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    public static String day(Instant at) {
        return DAY.format(at);
    }
}
