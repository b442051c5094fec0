package threeline.desk.portal.web;

import java.io.ByteArrayInputStream;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import threeline.desk.people.access.Action;
import threeline.desk.people.access.Asker;
import threeline.desk.people.access.May;
import threeline.desk.portal.OwnData;
import threeline.desk.tenant.Tenant;
import threeline.desk.web.Download;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What the desk holds on whoever asks for it, as a file. */
@Controller
@May(value = Action.SEE_OWN_DATA, own = true)
class OwnDataController {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final OwnData data;

    OwnDataController(OwnData data) {
        this.data = data;
    }

    @GetMapping("/portal/you/data")
    ResponseEntity<InputStreamResource> read(Asker asker) {
        var all = JSON.writeValueAsBytes(data.of(asker.requester()));
        return Download.of(
                "%s-my-data.json".formatted(Tenant.current().slug()), all.length, new ByteArrayInputStream(all));
    }
}
