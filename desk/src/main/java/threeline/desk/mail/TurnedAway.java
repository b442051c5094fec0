package threeline.desk.mail;

import org.jspecify.annotations.Nullable;

/**
 * What somebody wrote to a mailbox is not let in, and whoever wrote it is to be told these words. Told in the transaction
 * that closes it. {@code proven}: the sender is surely who it says.
 */
public record TurnedAway(
        Mailbox mailbox,
        MailAddress sender,
        String subject,
        @Nullable String messageId,
        String words,
        boolean proven) {}
