package threeline.desk.ticket;

import java.util.List;
import org.jspecify.annotations.Nullable;
import threeline.desk.people.RequesterId;

/**
 * What a requester asks for.
 *
 * @param severity the charter's name for it; null leaves the choice to the charter
 * @param live whether an agent speaks with the requester in this moment
 */
public record NewTicket(
        RequesterId requester,
        String channel,
        @Nullable String severity,
        boolean live,
        About about,
        NewMessage message) {

    /** A ticket in writing, its severity left to the charter. */
    public static NewTicket of(RequesterId requester, String channel, String subject, String text) {
        return of(requester, channel, null, new NewMessage(subject, text, List.of()));
    }

    /** A ticket in writing, of which nobody said what it is about. */
    public static NewTicket of(RequesterId requester, String channel, @Nullable String severity, NewMessage message) {
        return new NewTicket(requester, channel, severity, false, About.NOTHING, message);
    }
}
