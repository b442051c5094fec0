package threeline.desk.ticket.web;

import java.time.InstantSource;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import threeline.desk.people.access.Action;
import threeline.desk.people.access.Actor;
import threeline.desk.people.access.May;
import threeline.desk.web.ReadAtOnce;

/** The queue: what agents work from. */
@Controller
@May(Action.SEE_TICKETS)
class QueueController {

    private final QueuePages pages;
    private final Listings listings;
    private final TicketsSide side;
    private final InstantSource time;

    QueueController(QueuePages pages, Listings listings, TicketsSide side, InstantSource time) {
        this.pages = pages;
        this.listings = listings;
        this.side = side;
        this.time = time;
    }

    @ReadAtOnce
    @GetMapping({"/queue/{view}", "/queue/{kind:group|tier}/{view}"})
    String page(
            @PathVariable String view,
            @PathVariable Optional<String> kind,
            @RequestParam Optional<String> after,
            Actor actor,
            Model model) {
        add(listings.get(kind, view, actor.agent().id()), after, actor, model);
        return "ticket/queue";
    }

    /** The table alone, to renew itself. */
    @ReadAtOnce
    @GetMapping({"/queue/{view}/table", "/queue/{kind:group|tier}/{view}/table"})
    String table(
            @PathVariable String view,
            @PathVariable Optional<String> kind,
            @RequestParam Optional<String> after,
            Actor actor,
            Model model) {
        add(listings.get(kind, view, actor.agent().id()), after, actor, model);
        model.addAttribute("renewed", true);
        return "ticket/queue-table";
    }

    private void add(Listing view, Optional<String> after, Actor actor, Model model) {
        model.addAttribute("queue", pages.of(view, actor.agent().id(), after.orElse(null), time.instant()));
        model.addAttribute("after", after.orElse(""));
    }

    /** The list beside a ticket. */
    @ReadAtOnce
    @GetMapping({"/queue/{view}/pane", "/queue/{kind:group|tier}/{view}/pane"})
    String pane(
            @PathVariable String view,
            @PathVariable Optional<String> kind,
            @RequestParam Optional<Long> at,
            Actor actor,
            Model model) {
        model.addAttribute(
                "queue",
                pages.of(
                        listings.get(kind, view, actor.agent().id()),
                        actor.agent().id(),
                        null,
                        time.instant()));
        model.addAttribute("at", at.orElse(0L));
        return "ticket/queue-pane";
    }

    @ReadAtOnce
    @GetMapping("/counts")
    String counts(Actor actor, Model model) {
        model.addAttribute("counts", side.counts(actor.agent()));
        return "ticket/counts";
    }
}
