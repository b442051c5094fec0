package threeline.desk.ticket.web;

import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import threeline.desk.people.access.Action;
import threeline.desk.people.access.May;
import threeline.desk.ticket.Timeline;
import threeline.desk.web.Download;
import threeline.desk.web.Problem;
import threeline.desk.web.ProblemException;

/** Files that came with tickets. */
@Controller
@May(Action.SEE_TICKETS)
class FileController {

    private final Timeline timeline;

    FileController(Timeline timeline) {
        this.timeline = timeline;
    }

    @GetMapping("/tickets/{number}/entries/{entry}/files/{place}")
    ResponseEntity<InputStreamResource> read(
            @PathVariable long number, @PathVariable int entry, @PathVariable int place) {
        var file = timeline.file(Numbers.of(number), entry, place)
                .orElseThrow(() -> new ProblemException(new Problem.NotFound("There is no such file on this ticket.")));
        return Download.of(file.name(), file.content().size(), file.content().open());
    }
}
