package threeline.desk.intake.api;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import threeline.desk.web.Unasked;

/** Describes the API to programs. A test keeps it true. */
@RestController
@Unasked("the description tells nothing of any desk")
class DescriptionController {

    private final Resource description = new ClassPathResource("api/openapi.json");

    @GetMapping(path = ApiDoor.DESCRIPTION, produces = MediaType.APPLICATION_JSON_VALUE)
    Resource read() {
        return description;
    }
}
