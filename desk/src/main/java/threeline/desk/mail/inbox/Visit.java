package threeline.desk.mail.inbox;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * One visit to an inbox: what lies there is taken, the oldest first, and only when it is kept it is moved or marked; then
 * news is waited for, where the server tells it. What was taken before, and not moved because something broke off in
 * between, is moved now. A message that can't be had holds up no other.
 */
final class Visit {

    /** How long nothing may come before the server is given up. */
    static final Duration PATIENCE = Duration.ofMinutes(10);

    private static final Duration NEWS_WITHIN = Duration.ofMinutes(4);
    private static final Duration LONGEST = Duration.ofMinutes(30);
    private static final int MOVED_AT_ONCE = 25;

    private final Keeping.Held held;
    private final Taker taker;
    private final Keeping keeping;
    private final Progress progress;
    private final List<Long> takenNow = new ArrayList<>();
    private int unreadable;
    private String unreadableWhy = "";

    Visit(Keeping.Held held, Taker taker, Keeping keeping, Progress progress) {
        this.held = held;
        this.taker = taker;
        this.keeping = keeping;
        this.progress = progress;
    }

    /** True where the server told its news for as long as a visit lasts, so that the next can begin at once. */
    boolean with(ImapLine line) throws MessagingException, IOException, Taker.NotTaken {
        var uids = everything(line);
        var last = uids.isEmpty() ? 0 : uids.getLast();
        takeThoseNotTaken(line, uids);
        var until = System.nanoTime() + LONGEST.toNanos();
        while (line.tellsNews() && unreadable == 0 && System.nanoTime() < until) {
            keeping.well(held.inbox().id());
            progress.more(NEWS_WITHIN.plus(PATIENCE));
            line.awaitNews(NEWS_WITHIN);
            progress.more(PATIENCE);
            var news = line.beyond(last);
            last = news.isEmpty() ? last : news.getLast();
            takeThoseNotTaken(line, news);
        }
        if (unreadable > 0) {
            throw new SomeNotHad(unreadable, unreadableWhy);
        }
        return line.tellsNews();
    }

    private List<Long> everything(ImapLine line) throws MessagingException {
        return held.inbox().place().keptFolder() != null ? line.all() : line.unreadOrSince(held.addedAt());
    }

    private void takeThoseNotTaken(ImapLine line, List<Long> uids)
            throws MessagingException, IOException, Taker.NotTaken {
        var before = taker.taken(held.inbox().id(), line.uidValidity(), uids);
        settle(line, uids.stream().filter(before::contains).toList());
        var left = uids.stream().filter(it -> !before.contains(it)).toList();
        keeping.contacted(held.inbox().id(), left.size());
        for (var i = 0; i < left.size(); i++) {
            take(line, left.get(i), left.size() - i - 1);
        }
        settleTaken(line);
    }

    private void take(ImapLine line, long uid, int stillThere) throws MessagingException, IOException, Taker.NotTaken {
        try (var text = line.text(uid)) {
            taker.take(held.inbox(), new Fetched(held.inbox().id(), line.uidValidity(), uid, text));
            takenNow.add(uid);
        } catch (ImapLine.Gone e) {
            return;
        } catch (IOException | MessagingException e) {
            if (!line.isOpen()) {
                throw e;
            }
            unreadable++;
            unreadableWhy = "%d: %s".formatted(uid, e.getMessage());
        }
        progress.more(PATIENCE);
        if (takenNow.size() >= MOVED_AT_ONCE) {
            settleTaken(line);
            keeping.kept(held.inbox().id(), stillThere);
        }
    }

    /** All others were taken. */
    static final class SomeNotHad extends MessagingException {

        SomeNotHad(int many, String why) {
            super("%d messages can't be had, such as %s".formatted(many, why));
        }
    }

    private void settleTaken(ImapLine line) throws MessagingException {
        if (!takenNow.isEmpty()) {
            settle(line, takenNow);
            takenNow.clear();
            keeping.kept(held.inbox().id(), unreadable);
        }
    }

    private void settle(ImapLine line, List<Long> taken) throws MessagingException {
        var to = held.inbox().place().keptFolder();
        if (taken.isEmpty()) {
            return;
        }
        if (to == null) {
            line.markRead(taken);
        } else {
            line.move(taken, to);
        }
        progress.more(PATIENCE);
    }
}
