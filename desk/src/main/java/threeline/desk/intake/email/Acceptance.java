package threeline.desk.intake.email;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import threeline.desk.mail.Mailbox;
import threeline.desk.mail.identity.Identity;
import threeline.desk.mail.identity.Sender;

/** What all ways in have in common: a mail is judged, kept for good, and then read soon. */
@Component
class Acceptance {

    private final Identity identity;
    private final LetterBox letterBox;
    private final MailRound round;

    Acceptance(Identity identity, LetterBox letterBox, MailRound round) {
        this.identity = identity;
        this.letterBox = letterBox;
        this.round = round;
    }

    /** Comes back when it is kept for each of the mailboxes, which it was sent to by these addresses. */
    void keep(byte[] raw, Sender sender, Map<Mailbox, String> recipients) throws LetterBox.NotKept {
        var digest = Fingerprint.of(raw);
        var authenticity = identity.of(raw, sender);
        keep(recipients.entrySet().stream()
                .map(it -> new NewLetter(
                        it.getKey(), new NewLetter.Envelope(it.getValue(), sender, null), raw, digest, authenticity))
                .toList());
    }

    /** The same for a message that was fetched; {@code believed} is the server there whose judgement counts. */
    void keep(byte[] raw, Mailbox mailbox, NewLetter.Envelope envelope, @Nullable String believed)
            throws LetterBox.NotKept {
        var authenticity = identity.of(raw, envelope.sender(), believed);
        keep(List.of(new NewLetter(mailbox, envelope, raw, Fingerprint.of(raw), authenticity)));
    }

    private void keep(List<NewLetter> letters) throws LetterBox.NotKept {
        letterBox.keep(letters);
        round.ring();
    }
}
