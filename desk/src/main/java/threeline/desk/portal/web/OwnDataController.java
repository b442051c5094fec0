package threeline.desk.portal.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
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
    void read(Asker asker, HttpServletResponse response) throws IOException {
        send("my-data", asker, response);
    }

    /** The same for whoever asked for it by another way, handed over by those who may erase them. */
    @GetMapping("/erasures/{requester}/data")
    @May(Action.ERASE_PEOPLE)
    void read(@PathVariable long requester, HttpServletResponse response) throws IOException {
        var id = new RequesterId(requester);
        var who = requesters.all(List.of(id)).get(id);
        if (who == null) {
            throw new ProblemException(new Problem.NotFound("There is nobody of this number at this desk."));
        }
        var asker = new Asker(who);
        Principals.seeAs(asker);
        try {
            send("data-of-" + requester, asker, response);
        } finally {
            Sight.restore();
        }
    }

    private void send(String name, Asker whose, HttpServletResponse response) throws IOException {
        var all = JSON.writeValueAsBytes(data.of(whose.requester()));
        new Download("%s-%s.json".formatted(Tenant.current().slug(), name), all.length)
                .send(new ByteArrayInputStream(all), response);
    }
}
