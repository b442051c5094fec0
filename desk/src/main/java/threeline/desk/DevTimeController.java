package threeline.desk;

import java.time.Duration;
import java.time.Instant;
import org.springframework.context.annotation.Profile;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import threeline.desk.web.Unasked;

/** In the demo, time can be turned forward: {@code {"forward": "PT4H"}}. Only JSON, which no foreign page can post. */
@RestController
@Unasked("the demo alone has it")
@Profile("demo")
@RequestMapping("/dev/time")
class DevTimeController {

    private final TurnableTime time;

    DevTimeController(TurnableTime time) {
        this.time = time;
    }

    @GetMapping
    Now read() {
        return new Now(time.instant());
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    Now turn(@RequestBody Turn turn) {
        return new Now(time.forward(turn.forward()));
    }

    record Turn(Duration forward) {}

    record Now(Instant now) {}
}
