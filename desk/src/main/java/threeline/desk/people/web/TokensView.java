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
import threeline.desk.people.access.Scope;

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

    public String words(Scope scope) {
        return switch (scope) {
            case READ -> "all that can be read";
            case WRITE -> "all that can be read and changed, but who works here";
            case TICKETS_READ -> "see tickets";
            case TICKETS_WRITE -> "open tickets and work on them";
            case PEOPLE_READ -> "see people and organizations";
            case PEOPLE_WRITE -> "change groups and roles of the charter";
            case CHARTER_READ -> "see the charter";
            case CONTRACTS_WRITE -> "change what is agreed with organizations";
            case PROVISION -> "say who works here, by SCIM";
            case IN_PERSON -> "";
        };
    }

    public static String day(Instant at) {
        return DAY.format(at);
    }
}
