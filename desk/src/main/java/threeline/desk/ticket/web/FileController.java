package threeline.desk.ticket.web;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import threeline.desk.people.access.Action;
import threeline.desk.people.access.May;
import threeline.desk.ticket.Timeline;
import threeline.desk.web.Problem;
import threeline.desk.web.ProblemException;

/** Files that strangers sent: only ever saved, never shown by us, and powerless where a browser shows them anyway. */
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
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePrivate())
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(file.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .header("X-Content-Type-Options", "nosniff")
                .contentLength(file.content().size())
                .body(new InputStreamResource(file.content().open()));
    }
}
