package threeline.desk.intake.email;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import threeline.desk.content.Content;
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

    /** Comes back when it is kept, and says for which of the mailboxes, which it was sent to by these addresses. */
    Set<Mailbox> keep(Content raw, Sender sender, Map<Mailbox, String> recipients) {
        var digest = Fingerprint.of(raw);
        var authenticity = identity.of(raw, sender);
        var kept = letterBox.keep(recipients.entrySet().stream()
                .map(it -> new NewLetter(
                        it.getKey(), new NewLetter.Envelope(it.getValue(), sender, null), raw, digest, authenticity))
                .toList());
        round.ring();
        return kept.stream().map(NewLetter::mailbox).collect(Collectors.toSet());
    }

    /** The same for a message that was fetched: whether it is kept; {@code believed} is the server there whose judgement counts. */
    boolean keep(Content raw, Mailbox mailbox, NewLetter.Envelope envelope, @Nullable String believed) {
        var authenticity = identity.of(raw, envelope.sender(), believed);
        var kept = letterBox.keep(List.of(new NewLetter(mailbox, envelope, raw, Fingerprint.of(raw), authenticity)));
        round.ring();
        return !kept.isEmpty();
    }
}
