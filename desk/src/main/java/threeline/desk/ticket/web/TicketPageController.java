package threeline.desk.ticket.web;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import threeline.desk.people.access.Action;
import threeline.desk.people.access.Actor;
import threeline.desk.people.access.May;
import threeline.desk.ticket.web.Answer.Asked;
import threeline.desk.web.ReadAtOnce;

/** A ticket's page, and what of it is new. */
@Controller
@May(Action.SEE_TICKETS)
@RequestMapping("/tickets/{number}")
class TicketPageController {

    private final TicketPages pages;
    private final Listings listings;

    TicketPageController(TicketPages pages, Listings listings) {
        this.pages = pages;
        this.listings = listings;
    }

    @ReadAtOnce
    @GetMapping
    String page(
            @PathVariable long number,
            @RequestParam(defaultValue = "breaks-first") String view,
            Actor actor,
            Asked asked,
            Model model) {
        model.addAttribute("ticket", pages.whole(Numbers.of(number), asked.frame()));
        model.addAttribute("view", listings.find(view, actor.agent().id()).orElse(Views.BREAKS_FIRST.listing()));
        return "ticket/page";
    }

    /** What came onto the timeline since, and all that stands otherwise now; the writing is left in peace. */
    @ReadAtOnce
    @GetMapping("/news")
    @Nullable
    ModelAndView news(@PathVariable long number, Asked asked, HttpServletResponse response) {
        var ticket = pages.since(Numbers.of(number), asked.seen(), asked.frame());
        if (ticket.entries().isEmpty() && ticket.leaving().isEmpty()) {
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            return null;
        }
        return new ModelAndView("ticket/changed", "ticket", ticket);
    }

    /** What other modules say of it, as it is now. */
    @ReadAtOnce
    @GetMapping("/panels")
    String panels(@PathVariable long number, Asked asked, Model model) {
        model.addAttribute("ticket", pages.since(Numbers.of(number), Integer.MAX_VALUE, asked.frame()));
        return "ticket/panels";
    }
}
