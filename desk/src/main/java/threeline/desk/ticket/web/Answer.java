package threeline.desk.ticket.web;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import threeline.desk.ticket.Ticket;
import threeline.desk.ticket.TicketNumber;
import threeline.desk.web.Frame;

/** What one gets for having done something to a ticket: the fragments that changed, or without a script the page. */
@Component
class Answer {

    private final TicketPages pages;

    Answer(TicketPages pages) {
        this.pages = pages;
    }

    ModelAndView after(Ticket ticket, Asked asked) {
        if (!asked.part()) {
            return new ModelAndView("redirect:/tickets/%s#entry-%d".formatted(ticket.number(), ticket.entries()));
        }
        var answer = new ModelAndView("ticket/changed", HttpStatus.OK);
        answer.addObject("frame", asked.frame());
        answer.addObject("ticket", pages.since(ticket.number(), asked.seen(), asked.frame()));
        return answer;
    }

    /** After something was taken back: it is to be written on at. */
    ModelAndView backAtWriting(TicketNumber ticket, String words, Asked asked) {
        if (!asked.part()) {
            var page = new ModelAndView("ticket/page", HttpStatus.OK);
            page.addObject("ticket", pages.whole(ticket, asked.frame()));
            page.addObject("view", Views.BREAKS_FIRST.listing());
            return page.addObject("given", words);
        }
        var answer = new ModelAndView("ticket/changed", HttpStatus.OK);
        answer.addObject("frame", asked.frame());
        answer.addObject("ticket", pages.since(ticket, asked.seen(), asked.frame()));
        return answer.addObject("given", words);
    }

    /** Who asked how: for a part of the page, having seen so much of the timeline. */
    record Asked(Frame frame, boolean part, int seen) {}
}
