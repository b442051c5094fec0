package threeline.desk.intake.email.web;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import threeline.desk.contract.Charters;
import threeline.desk.intake.email.Incoming;
import threeline.desk.intake.email.web.MailView.Course;
import threeline.desk.intake.email.web.MailView.InboxView;
import threeline.desk.mail.inbox.Inbox;
import threeline.desk.mail.inbox.Inboxes;
import threeline.desk.mail.outbox.Outgoing;
import threeline.desk.mail.outbox.RelayTrial;
import threeline.desk.web.Moments;

/** Puts together how mail comes in and leaves. */
@Component
@Transactional(readOnly = true)
class MailPages {

    private static final int MOST = 50;

    private final Incoming incoming;
    private final Inboxes inboxes;
    private final Outgoing outgoing;
    private final Charters charters;
    private final InstantSource time;

    MailPages(Incoming incoming, Inboxes inboxes, Outgoing outgoing, Charters charters, InstantSource time) {
        this.incoming = incoming;
        this.inboxes = inboxes;
        this.outgoing = outgoing;
        this.charters = charters;
        this.time = time;
    }

    MailView view(RelayTrial.@Nullable Result trial) {
        var moments = new Moments(charters.current().charter().zone(), time.instant());
        var fetched = inboxes.all().stream().map(it -> inbox(it, moments)).toList();
        return new MailView(in(moments), fetched, out(moments), trial);
    }

    private MailView.In in(Moments moments) {
        var it = incoming.standing();
        var addresses = incoming.mailboxes().stream()
                .map(used -> new MailView.Address(
                        used.mailbox().address(), used.mailbox().name(), at(used.letterAt(), moments)))
                .toList();
        var door = it.port() == null ? "closed" : "open at port %d".formatted(it.port());
        var unread = it.unread() == 0
                ? "all that came is read"
                : "%d not yet read, the oldest since %s".formatted(it.unread(), at(it.oldestAt(), moments));
        return new MailView.In(door, addresses, unread, it.quarantined(), trouble(it, addresses));
    }

    private static String trouble(Incoming.Standing it, List<MailView.Address> addresses) {
        if (addresses.isEmpty()) {
            return "The charter names no mail address, so no mail can come in.";
        }
        return it.port() == null ? "The SMTP door is closed." : "";
    }

    private MailView.Out out(Moments moments) {
        var it = outgoing.standing();
        var waiting = it.waiting() == 0
                ? "nothing waits"
                : "%d wait, the oldest since %s".formatted(it.waiting(), at(it.oldestAt(), moments));
        return new MailView.Out(
                it.relay(),
                waiting,
                at(it.lastSentAt(), moments),
                outgoing.late(MOST).stream()
                        .map(sent -> SentView.of(sent, moments))
                        .toList(),
                outgoing.lost(MOST).stream()
                        .map(sent -> SentView.of(sent, moments))
                        .toList());
    }

    private static InboxView inbox(Inbox it, Moments moments) {
        var place = it.place();
        var health = it.health();
        return new InboxView(
                it.id(),
                place.address(),
                place.server().toString(),
                place.folder(),
                it.active(),
                new Course(
                        health.well(),
                        it.active() ? course(health, moments) : "rests",
                        at(health.contactAt(), moments),
                        at(health.letterAt(), moments),
                        health.backlog()));
    }

    private static String course(Inbox.Health it, Moments moments) {
        if (it.well()) {
            return it.contactAt() == null ? "not called yet" : "well";
        }
        var again = it.dueAt() == null ? "" : ", tried again " + moments.brief(it.dueAt());
        return "%s (%d in a row since %s%s)".formatted(it.error(), it.failures(), at(it.errorAt(), moments), again);
    }

    private static String at(@Nullable Instant at, Moments moments) {
        return at == null ? "never" : moments.brief(at);
    }
}
