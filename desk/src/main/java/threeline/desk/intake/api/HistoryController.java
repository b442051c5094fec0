package threeline.desk.intake.api;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import threeline.desk.contract.Charters;
import threeline.desk.people.access.Action;
import threeline.desk.people.access.May;
import threeline.desk.ticket.Timeline;
import threeline.desk.timekeeping.Timekeeper;

/** What happened to a ticket, what was promised and why, and the charter that says so. */
@RestController
@RequestMapping("/api/v1")
class HistoryController {

    private final Timeline timeline;
    private final Timekeeper timekeeper;
    private final Charters charters;
    private final Numbers numbers;
    private final Views views;
    private final InstantSource time;

    HistoryController(
            Timeline timeline,
            Timekeeper timekeeper,
            Charters charters,
            Numbers numbers,
            Views views,
            InstantSource time) {
        this.timeline = timeline;
        this.timekeeper = timekeeper;
        this.charters = charters;
        this.numbers = numbers;
        this.views = views;
        this.time = time;
    }

    /** A ticket's promises, all of them. */
    record Promises(List<PromiseView> items) {}

    @GetMapping("/tickets/{called}/timeline")
    @May(Action.SEE_TICKETS)
    ResponseEntity<byte[]> timeline(@PathVariable String called, HttpServletRequest request) {
        var query = new Query(request, Set.of("cursor", "limit"));
        var limit = query.limit();
        var after = Cursor.parse(query.text("cursor"), "timeline");
        var number = numbers.ticket(called).number();
        var found =
                timeline.of(number, after == null ? 0 : (int) Math.min(after.number(), Integer.MAX_VALUE), limit + 1);
        return Answer.ok(PageView.of(found, limit, views::entries, it -> new Cursor("timeline", it.at(), it.number())))
                .asResponse();
    }

    @GetMapping("/tickets/{called}/promises")
    @May(Action.SEE_TICKETS)
    ResponseEntity<byte[]> promises(@PathVariable String called) {
        var entries = timeline.of(numbers.ticket(called).number(), 0, Integer.MAX_VALUE);
        var standing = timekeeper.standing(entries, time.instant());
        return Answer.ok(new Promises(
                        standing.promises().stream().map(PromiseView::of).toList()))
                .asResponse();
    }

    @GetMapping("/charter")
    @May(Action.SEE_CHARTER)
    ResponseEntity<byte[]> charter() {
        return Answer.ok(CharterView.of(charters.current())).asResponse();
    }
}
