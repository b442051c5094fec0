package threeline.desk.mail.inbox;

import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.FolderNotFoundException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.UIDFolder;
import jakarta.mail.search.ComparisonTerm;
import jakarta.mail.search.FlagTerm;
import jakarta.mail.search.OrTerm;
import jakarta.mail.search.ReceivedDateTerm;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.eclipse.angus.mail.imap.IMAPStore;

/** One connection to an inbox's server, with its folder open. */
final class ImapLine implements AutoCloseable {

    private static final Flags READ = new Flags(Flags.Flag.SEEN);

    private final IMAPStore store;
    private final IMAPFolder folder;

    private ImapLine(IMAPStore store, IMAPFolder folder) {
        this.store = store;
        this.folder = folder;
    }

    static ImapLine open(Session session, Inbox.Place place, String shown) throws MessagingException {
        var store = (IMAPStore) session.getStore("imap");
        var opened = false;
        try {
            var server = place.server();
            store.connect(server.host(), server.port(), server.login(), shown);
            var folder = (IMAPFolder) store.getFolder(place.folder());
            if (!folder.exists()) {
                throw new FolderNotFoundException(folder);
            }
            folder.open(Folder.READ_WRITE);
            opened = true;
            return new ImapLine(store, folder);
        } finally {
            if (!opened) {
                close(store);
            }
        }
    }

    long uidValidity() throws MessagingException {
        return folder.getUIDValidity();
    }

    boolean isOpen() {
        return folder.isOpen();
    }

    int messages() throws MessagingException {
        return folder.getMessageCount();
    }

    /** All that lie there, the oldest first. */
    List<Long> all() throws MessagingException {
        return uids(folder.getMessages());
    }

    /** Those that nobody has read, and those that came since, read or not. */
    List<Long> unreadOrSince(Instant since) throws MessagingException {
        var day = Date.from(since);
        var found = folder.search(new OrTerm(new FlagTerm(READ, false), new ReceivedDateTerm(ComparisonTerm.GE, day)));
        var wanted = new FetchProfile();
        wanted.add(UIDFolder.FetchProfileItem.UID);
        wanted.add(FetchProfile.Item.FLAGS);
        wanted.add(IMAPFolder.FetchProfileItem.INTERNALDATE);
        folder.fetch(found, wanted);
        return uids(
                Arrays.stream(found).filter(it -> isUnreadOrSince(it, since)).toArray(Message[]::new));
    }

    private static boolean isUnreadOrSince(Message message, Instant since) {
        try {
            return !message.isSet(Flags.Flag.SEEN)
                    || !message.getReceivedDate().toInstant().isBefore(since);
        } catch (MessagingException e) {
            return true; // rather asked for once too often
        }
    }

    /** Those beyond the one that was the last. */
    List<Long> beyond(long uid) throws MessagingException {
        return uids(folder.getMessagesByUID(uid + 1, UIDFolder.LASTUID)).stream()
                .filter(it -> it > uid) // a server asked beyond its last names its last
                .toList();
    }

    private List<Long> uids(Message[] messages) throws MessagingException {
        var wanted = new FetchProfile();
        wanted.add(UIDFolder.FetchProfileItem.UID);
        folder.fetch(messages, wanted);
        var uids = new ArrayList<Long>();
        for (var it : messages) {
            if (it != null) {
                uids.add(folder.getUID(it));
            }
        }
        return uids.stream().sorted().toList();
    }

    /** The message as it is, piece by piece; it stays unread. Nothing where it is there no more. */
    InputStream text(long uid) throws MessagingException, Gone {
        if (!(folder.getMessageByUID(uid) instanceof IMAPMessage message)) {
            throw new Gone();
        }
        message.setPeek(true);
        return message.getMimeStream();
    }

    void markRead(List<Long> uids) throws MessagingException {
        folder.setFlags(messages(uids), READ, true);
    }

    /** Never by their places in a row, which shift while others work there. */
    void move(List<Long> uids, String to) throws MessagingException {
        var target = store.getFolder(to);
        if (!target.exists()) {
            target.create(Folder.HOLDS_MESSAGES);
        }
        var messages = messages(uids);
        if (store.hasCapability("MOVE")) {
            folder.moveUIDMessages(messages, target);
        } else {
            folder.copyMessages(messages, target);
            folder.setFlags(messages, new Flags(Flags.Flag.DELETED), true);
            if (store.hasCapability("UIDPLUS")) {
                folder.expunge(messages);
            }
        }
    }

    private Message[] messages(List<Long> uids) throws MessagingException {
        return Arrays.stream(folder.getMessagesByUID(
                        uids.stream().mapToLong(Long::longValue).toArray()))
                .filter(Objects::nonNull)
                .toArray(Message[]::new);
    }

    boolean tellsNews() throws MessagingException {
        return store.hasCapability("IDLE");
    }

    /** Waits until something happens there, but no longer than that. */
    void awaitNews(Duration most) throws MessagingException {
        var over = new AtomicBoolean();
        var waker = Thread.ofVirtual().name("inbox waker").start(() -> wakeAfter(most, over));
        try {
            folder.idle(true);
        } finally {
            if (over.compareAndSet(false, true)) {
                waker.interrupt();
            }
        }
    }

    /** Whoever comes first ends the waiting; the other does nothing more. */
    private void wakeAfter(Duration most, AtomicBoolean over) {
        try {
            Thread.sleep(most);
            if (over.compareAndSet(false, true)) {
                folder.doCommand(protocol -> {
                    protocol.noop();
                    return null;
                });
            }
        } catch (InterruptedException | MessagingException e) {
            // news came first, or the line broke, which the one who waits sees
        }
    }

    @Override
    public void close() {
        close(store);
    }

    private static void close(IMAPStore store) {
        try {
            store.close();
        } catch (MessagingException | RuntimeException e) {
            // it is gone either way
        }
    }

    /** Somebody else took the message away. */
    static final class Gone extends Exception {}
}
