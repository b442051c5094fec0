package threeline.desk.timekeeping.web;

import gg.jte.Content;
import gg.jte.TemplateEngine;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import threeline.desk.contract.Charters;
import threeline.desk.ticket.Entry;
import threeline.desk.ticket.Ticket;
import threeline.desk.ticket.TicketPanel;
import threeline.desk.timekeeping.Timekeeper;
import threeline.desk.web.Frame;
import threeline.desk.web.Moments;
import threeline.promises.clock.State;
import threeline.promises.keeping.Promise;

/** The promises of a ticket, in its rail. */
@Component
@Order(1)
class PromisesPanel implements TicketPanel {

    private final Timekeeper timekeeper;
    private final Charters charters;
    private final TemplateEngine templates;

    PromisesPanel(Timekeeper timekeeper, Charters charters, TemplateEngine templates) {
        this.timekeeper = timekeeper;
        this.charters = charters;
        this.templates = templates;
    }

    @Override
    public Content show(Ticket ticket, List<Entry> timeline, Frame frame) {
        var charter = charters.current().charter();
        var moments = new Moments(charter.zone(), frame.now());
        var standing = timekeeper.standing(timeline, frame.now());
        var stays = new Whereabouts(standing.happenings(), ticket.tier(), charter);
        var all = standing.promises().stream()
                .sorted((one, two) -> rank(one) - rank(two))
                .toList();
        Map<String, Object> model = Map.of(
                "frame", frame,
                "promises", views(all, it -> !it.aim() && !isEarlier(it, all), stays, moments),
                "earlier", views(all, it -> !it.aim() && isEarlier(it, all), stays, moments),
                "aims", views(all, Promise::aim, stays, moments));
        return output -> templates.render("timekeeping/promises.jte", model, output);
    }

    private static List<PromiseView> views(
            List<Promise> all, Predicate<Promise> which, Whereabouts stays, Moments moments) {
        return all.stream()
                .filter(which)
                .map(promise -> PromiseViews.of(promise, stays.of(promise), stays.charter(), moments))
                .toList();
    }

    /** Of what comes again and again, all but the latest, once it is over. */
    private static boolean isEarlier(Promise promise, List<Promise> all) {
        return promise.endedAt() != null
                && all.stream()
                        .anyMatch(it -> it.aim() == promise.aim()
                                && it.metric() == promise.metric()
                                && it.nth() > promise.nth());
    }

    /** What is still owed comes first. */
    private static int rank(Promise promise) {
        if (promise.endedAt() != null) {
            return 2;
        }
        return promise.state() == State.BREACHED ? 1 : 0;
    }
}
