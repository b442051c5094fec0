package threeline.desk.ticket.web;

import java.time.InstantSource;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import threeline.desk.people.access.Actor;
import threeline.desk.web.Problem;
import threeline.desk.web.ProblemException;

/** The queue: what agents work from. */
@Controller
class QueueController {

    private final QueuePages pages;
    private final TicketsSide side;
    private final InstantSource time;

    QueueController(QueuePages pages, TicketsSide side, InstantSource time) {
        this.pages = pages;
        this.side = side;
        this.time = time;
    }

    @GetMapping("/queue/{view}")
    String page(@PathVariable String view, @RequestParam Optional<String> after, Actor actor, Model model) {
        add(view, after, actor, model);
        return "ticket/queue";
    }

    /** The table alone, to renew itself. */
    @GetMapping("/queue/{view}/table")
    String table(@PathVariable String view, @RequestParam Optional<String> after, Actor actor, Model model) {
        add(view, after, actor, model);
        model.addAttribute("renewed", true);
        return "ticket/queue-table";
    }

    private void add(String view, Optional<String> after, Actor actor, Model model) {
        model.addAttribute("queue", pages.of(view(view), actor.agent().id(), after.orElse(null), time.instant()));
        model.addAttribute("after", after.orElse(""));
    }

    /** The list beside a ticket. */
    @GetMapping("/queue/{view}/pane")
    String pane(@PathVariable String view, @RequestParam Optional<Long> at, Actor actor, Model model) {
        model.addAttribute("queue", pages.of(view(view), actor.agent().id(), null, time.instant()));
        model.addAttribute("at", at.orElse(0L));
        return "ticket/queue-pane";
    }

    @GetMapping("/counts")
    String counts(Actor actor, Model model) {
        model.addAttribute("counts", side.counts(actor.agent()));
        return "ticket/counts";
    }

    private static Views view(String word) {
        return Views.find(word)
                .orElseThrow(() ->
                        new ProblemException(new Problem.NotFound("This desk has no view \"%s\".".formatted(word))));
    }
}
