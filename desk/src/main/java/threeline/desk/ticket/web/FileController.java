package threeline.desk.ticket.web;

import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import threeline.desk.content.Content;
import threeline.desk.people.access.Action;
import threeline.desk.people.access.May;
import threeline.desk.ticket.FilePasses;
import threeline.desk.ticket.Timeline;
import threeline.desk.web.Problem;
import threeline.desk.web.ProblemException;

/** The way to a ticket's files: to where they are had without cookies, and to a small picture of those that are one. */
@Controller
@May(Action.SEE_TICKETS)
@RequestMapping("/tickets/{number}/entries/{entry}/files/{place}")
class FileController {

    private final Timeline timeline;
    private final FilePasses passes;
    private final Thumbnails thumbnails;

    FileController(Timeline timeline, FilePasses passes, Thumbnails thumbnails) {
        this.timeline = timeline;
        this.passes = passes;
        this.thumbnails = thumbnails;
    }

    @GetMapping
    ResponseEntity<Void> way(@PathVariable long number, @PathVariable int entry, @PathVariable int place) {
        free(number, entry, place);
        return ResponseEntity.status(HttpStatus.FOUND)
                .location(passes.address(Numbers.of(number), entry, place))
                .build();
    }

    /** Drawn anew by us, so nothing of the file itself reaches the browser. */
    @GetMapping("/preview")
    ResponseEntity<byte[]> preview(@PathVariable long number, @PathVariable int entry, @PathVariable int place) {
        var picture = thumbnails.of(free(number, entry, place)).orElseThrow(FileController::nothing);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePrivate())
                .contentType(MediaType.IMAGE_PNG)
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .header("X-Content-Type-Options", "nosniff")
                .body(picture);
    }

    private Content free(long number, int entry, int place) {
        var file = timeline.file(Numbers.of(number), entry, place).orElseThrow(FileController::nothing);
        file.requireFree();
        return file.content();
    }

    private static ProblemException nothing() {
        return new ProblemException(new Problem.NotFound("There is no such file on this ticket."));
    }
}
