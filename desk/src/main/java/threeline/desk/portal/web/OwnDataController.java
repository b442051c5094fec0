package threeline.desk.portal.web;

import java.io.ByteArrayInputStream;
import java.util.List;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import threeline.desk.people.RequesterId;
import threeline.desk.people.Requesters;
import threeline.desk.people.access.Action;
import threeline.desk.people.access.Asker;
import threeline.desk.people.access.May;
import threeline.desk.people.access.Principals;
import threeline.desk.portal.OwnData;
import threeline.desk.tenant.Sight;
import threeline.desk.tenant.Tenant;
import threeline.desk.web.Download;
import threeline.desk.web.Problem;
import threeline.desk.web.ProblemException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What the desk holds on whoever asks for it, as a file. */
@Controller
class OwnDataController {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final OwnData data;
    private final Requesters requesters;

    OwnDataController(OwnData data, Requesters requesters) {
        this.data = data;
        this.requesters = requesters;
    }

    @GetMapping("/portal/you/data")
    @May(value = Action.SEE_OWN_DATA, own = true)
    ResponseEntity<InputStreamResource> read(Asker asker) {
        return file("my-data", asker);
    }

    /** The same for whoever asked for it by another way, handed over by those who may erase them. */
    @GetMapping("/erasures/{requester}/data")
    @May(Action.ERASE_PEOPLE)
    ResponseEntity<InputStreamResource> read(@PathVariable long requester) {
        var id = new RequesterId(requester);
        var who = requesters.all(List.of(id)).get(id);
        if (who == null) {
            throw new ProblemException(new Problem.NotFound("There is nobody of this number at this desk."));
        }
        var asker = new Asker(who);
        Principals.seeAs(asker);
        try {
            return file("data-of-" + requester, asker);
        } finally {
            Sight.restore();
        }
    }

    private ResponseEntity<InputStreamResource> file(String name, Asker whose) {
        var all = JSON.writeValueAsBytes(data.of(whose.requester()));
        return Download.of(
                "%s-%s.json".formatted(Tenant.current().slug(), name), all.length, new ByteArrayInputStream(all));
    }
}
