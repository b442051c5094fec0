package threeline.desk.intake.email;

import java.io.IOException;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import threeline.desk.content.Content;
import threeline.desk.mail.Headers;
import threeline.desk.mail.Mailbox;
import threeline.desk.mail.Mailboxes;
import threeline.desk.mail.MimeReader;
import threeline.desk.mail.identity.Sender;
import threeline.desk.mail.inbox.Fetched;
import threeline.desk.mail.inbox.Inbox;
import threeline.desk.mail.inbox.Taker;
import threeline.desk.tenant.Tenant;

/** Keeps what was fetched from an inbox as a letter like any other. What nobody could refuse is not lost for being large. */
@Component
class Fetching implements Taker {

    /** Of one that is too large, the part that is kept to tell what it is. */
    private static final int MOST_OF_A_CUT = 64 * 1024;

    private final Mailboxes mailboxes;
    private final Letters letters;
    private final Acceptance acceptance;
    private final Table table;
    private final Doors.Limits limits;

    Fetching(Mailboxes mailboxes, Letters letters, Acceptance acceptance, Table table, Doors.Limits limits) {
        this.mailboxes = mailboxes;
        this.letters = letters;
        this.acceptance = acceptance;
        this.table = table;
        this.limits = limits;
    }

    @Override
    public void take(Inbox inbox, Fetched message) throws NotTaken, IOException {
        try (var text = new MailText(table, limits.bytes())) {
            switch (text.readLeniently(message.text())) {
                case WHOLE -> keep(inbox, message, text.content(), false);
                case TOO_LARGE -> keep(inbox, message, Content.of(text.content().beginning(MOST_OF_A_CUT)), true);
                case NO_ROOM -> throw new NotTaken("there is too much large mail at once");
                case BROKEN_LINES -> throw new IllegalStateException("nobody minds them here");
            }
        }
    }

    @Override
    @Transactional(readOnly = true)
    public Set<Long> taken(long inbox, long uidValidity, Collection<Long> uids) {
        return uids.isEmpty() ? Set.of() : letters.fetched(inbox, uidValidity, uids);
    }

    private void keep(Inbox inbox, Fetched message, Content raw, boolean cut) throws NotTaken {
        var headers = MimeReader.headers(raw);
        var recipient = deliveredTo(headers).orElse(inbox.place().address());
        var mailbox = ours(recipient)
                .orElseThrow(() -> new NotTaken(
                        "the charter knows no address " + inbox.place().address()));
        var origin = new NewLetter.Origin(inbox.id(), message.uidValidity(), message.uid(), cut);
        var envelope = new NewLetter.Envelope(recipient, new Sender("", "", returnPath(headers, raw)), origin);
        if (!acceptance.keep(raw, mailbox, envelope, inbox.place().believed())) {
            throw new NotTaken("the database does not answer");
        }
    }

    /** The address of ours that the servers there delivered it to, perhaps with a key. */
    private Optional<String> deliveredTo(Headers headers) {
        return Stream.of("Delivered-To", "X-Original-To", "Envelope-To")
                .flatMap(headers::all)
                .map(Fetching::bare)
                .filter(it -> ours(it).isPresent())
                .findFirst();
    }

    private Optional<Mailbox> ours(String address) {
        return mailboxes
                .whose(address)
                .filter(it -> it.tenant().equals(Tenant.current().id()));
    }

    /** As the last server wrote it down; where none did, whoever it is from. */
    private static String returnPath(Headers headers, Content raw) {
        return headers.first("Return-Path")
                .map(Fetching::bare)
                .orElseGet(() -> MimeReader.senders(raw)
                        .flatMap(it -> it.from().stream().findFirst())
                        .map(it -> it.address())
                        .orElse(""));
    }

    private static String bare(String written) {
        return written.replaceAll("[<>\\s]", "");
    }
}
