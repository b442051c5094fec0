package threeline.desk.notification;

import java.time.InstantSource;
import java.util.ArrayList;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import threeline.desk.contract.Charters;
import threeline.desk.ticket.TicketChanged;
import threeline.desk.ticket.TicketEvent;
import threeline.desk.ticket.Timeline;

/** Hears what happens to tickets, in the very transaction, and notes down what may have to be told about it. */
@Component
class Notifier {

    private final Notices notices;
    private final Reminders reminders;
    private final Charters charters;
    private final Herald herald;
    private final InstantSource time;

    Notifier(Notices notices, Reminders reminders, Charters charters, Herald herald, InstantSource time) {
        this.notices = notices;
        this.reminders = reminders;
        this.charters = charters;
        this.herald = herald;
        this.time = time;
    }

    @EventListener
    void on(TicketChanged change) {
        var charter = charters.current().charter();
        var noticedAt = time.instant();
        var fresh = new ArrayList<Notices.New>();
        for (var entry : change.entries()) {
            var place = new Timeline.Place(change.ticket().number(), entry.number());
            if (entry.event() instanceof TicketEvent.ReminderSet wish) {
                reminders.add(place, wish, entry.author());
            }
            var what = Matter.of(entry);
            if (what != null && Rules.anybodyIsTold(what, charter)) {
                fresh.add(new Notices.New(place, what, new Notice.When(entry.at(), noticedAt), whose(change)));
            }
        }
        if (!fresh.isEmpty()) {
            notices.add(fresh);
            herald.ringAfterCommit();
        }
    }

    /** A handover takes a ticket from its agent, who is still told of what happened until then. */
    private static Notice.Whose whose(TicketChanged change) {
        var now = change.ticket();
        var before = change.before();
        return new Notice.Whose(now.agent() == null ? before.agent() : now.agent(), now.group(), before.tier());
    }
}
