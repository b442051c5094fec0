package threeline.desk.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import threeline.desk.people.access.Action;
import threeline.desk.people.access.Asker;
import threeline.desk.people.access.May;
import threeline.desk.ticket.TicketNumber;

/** The portal's first page, and the list of one's requests. */
@Controller
@May(Action.SEE_REQUESTS)
class PortalController {

    private final PortalPages pages;
    private final Readers readers;

    PortalController(PortalPages pages, Readers readers) {
        this.pages = pages;
        this.readers = readers;
    }

    @GetMapping("/portal")
    String home(Asker asker, HttpServletRequest request, Model model) {
        model.addAttribute("view", pages.home(readers.of(asker, request)));
        return "portal/home";
    }

    @GetMapping("/portal/requests")
    String list(
            Asker asker,
            @RequestParam Optional<Long> before,
            @RequestParam(required = false) @Nullable String all,
            HttpServletRequest request,
            Model model) {
        var from = before.filter(it -> it > 0).map(TicketNumber::new).orElse(null);
        model.addAttribute("view", pages.list(readers.of(asker, request), all == null, from));
        return "portal/requests";
    }
}
