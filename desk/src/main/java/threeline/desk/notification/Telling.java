package threeline.desk.notification;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import threeline.desk.contract.Charters;
import threeline.desk.mail.outbox.Outbox;
import threeline.desk.people.Crews;
import threeline.desk.ticket.TicketQueue;
import threeline.desk.ticket.Timeline;

/** Tells what some notices are about: reads it all at once, decides for each who is told, and has them told. */
@Component
class Telling {

    private final TicketQueue tickets;
    private final Timeline timeline;
    private final Crews crews;
    private final Charters charters;
    private final Messenger messenger;
    private final Letterhead letterhead;
    private final Outbox outbox;

    Telling(
            TicketQueue tickets,
            Timeline timeline,
            Crews crews,
            Charters charters,
            Messenger messenger,
            Letterhead letterhead,
            Outbox outbox) {
        this.tickets = tickets;
        this.timeline = timeline;
        this.crews = crews;
        this.charters = charters;
        this.messenger = messenger;
        this.letterhead = letterhead;
        this.outbox = outbox;
    }

    void tell(List<Notice> notices) {
        var charter = charters.current().charter();
        var crew = crews.now();
        var audiences = new LinkedHashMap<Happened, Audience>();
        happened(notices).forEach(it -> audiences.put(it, Audience.of(it, charter, crew)));
        var letters = new ArrayList<Outbox.Letter>(letterhead.write(wishes(audiences)));
        letters.addAll(messenger.tell(audiences, charter));
        outbox.addAll(letters);
    }

    private List<Happened> happened(List<Notice> notices) {
        var about = tickets.all(notices.stream().map(it -> it.place().ticket()).toList());
        var entries = timeline.entries(notices.stream().map(Notice::place).toList());
        var all = new ArrayList<Happened>();
        for (var notice : notices) {
            var ticket = about.get(notice.place().ticket());
            var entry = entries.get(notice.place());
            if (ticket != null && entry != null) {
                all.add(new Happened(notice, entry, ticket));
            }
        }
        return all;
    }

    /** What requesters are to be told; of promises that moved together, together, and by one change those of all tickets. */
    private static List<Letterhead.Wish> wishes(Map<Happened, Audience> audiences) {
        var wishes = new ArrayList<Letterhead.Wish>();
        var moved = new LinkedHashMap<Object, List<Happened>>();
        audiences.forEach((it, audience) -> audience.requester().ifPresent(rule -> {
            if (it.notice().what() != Matter.DUE_MOVED) {
                wishes.add(new Letterhead.Wish(List.of(it), rule.language()));
            } else {
                var together = moved.computeIfAbsent(
                        it.notice().together()
                                ? it.ticket().requester()
                                : it.ticket().number(),
                        _ -> new ArrayList<>());
                together.add(it);
                if (together.size() == 1) {
                    wishes.add(new Letterhead.Wish(together, rule.language()));
                }
            }
        }));
        return wishes;
    }
}
