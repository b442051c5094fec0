package threeline.desk.ticket.web;

import java.time.InstantSource;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import threeline.desk.people.access.Action;
import threeline.desk.people.access.May;

/** Finds tickets by words or by their reference. */
@Controller
@May(Action.SEE_TICKETS)
class SearchController {

    private static final int LONGEST = 200;

    private final SearchPages pages;
    private final InstantSource time;

    SearchController(SearchPages pages, InstantSource time) {
        this.pages = pages;
        this.time = time;
    }

    @GetMapping("/search")
    String search(
            @RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "0") long before, Model model) {
        var query = q.length() > LONGEST ? q.substring(0, LONGEST) : q;
        model.addAttribute("query", query);
        model.addAttribute(
                "found", query.isBlank() ? new FoundView(List.of(), 0) : pages.find(query, before, time.instant()));
        return "ticket/search";
    }
}
