package threeline.desk.intake.email.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import threeline.desk.mail.outbox.RelayTrial;

/** How mail comes in and leaves, in the words of its page. */
public record MailView(In in, List<InboxView> inboxes, Out out, RelayTrial.@Nullable Result trial) {

    /** @param trouble what is wrong, in words; empty where all is well */
    public record In(String door, List<Address> addresses, String unread, int quarantined, String trouble) {}

    public record Address(String address, String name, String lastLetter) {}

    public record InboxView(long id, String address, String server, String folder, boolean active, Course course) {}

    /** How an inbox is getting on. */
    public record Course(boolean well, String words, String lastContact, String lastLetter, int backlog) {}

    public record Out(
            @Nullable String relay, String waiting, String lastSent, List<SentView> late, List<SentView> lost) {

        public boolean well() {
            return relay != null && late.isEmpty();
        }
    }

    public boolean nothingFetched() {
        return inboxes.isEmpty();
    }
}
