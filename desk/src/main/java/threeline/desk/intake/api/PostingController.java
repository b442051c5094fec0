package threeline.desk.intake.api;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import threeline.desk.people.Agent;
import threeline.desk.people.AgentId;
import threeline.desk.people.Appointments;
import threeline.desk.people.Crew;
import threeline.desk.people.Crews;
import threeline.desk.people.Posting;
import threeline.desk.people.Postings;
import threeline.desk.people.access.Action;
import threeline.desk.people.access.May;

/** Those who help: the groups they belong to, the charter's roles that they play, the language in which they are told. */
@RestController
@RequestMapping("/api/v1/agents")
@May(Action.SEE_PEOPLE)
class PostingController {

    private static final int MOST = 100;
    private static final int LONGEST_WORD = 60;

    private final Crews crews;
    private final Postings postings;
    private final Appointments appointments;

    PostingController(Crews crews, Postings postings, Appointments appointments) {
        this.crews = crews;
        this.postings = postings;
        this.appointments = appointments;
    }

    /** An agent as programs see one; without a language of their own they are told in the desk's. */
    record View(
            long id,
            String name,
            String email,
            String role,
            List<String> groups,
            List<String> parts,
            @Nullable String language) {

        static View of(Agent it, Set<String> groups, Set<String> parts, @Nullable String language) {
            return new View(
                    it.id().value(),
                    it.name(),
                    it.email(),
                    it.role().name().toLowerCase(Locale.ROOT),
                    groups.stream().sorted().toList(),
                    parts.stream().sorted().toList(),
                    language);
        }

        static View of(Crew.Member it) {
            return of(it.agent(), it.groups(), it.parts(), it.language());
        }

        static View of(Agent it, Posting posting) {
            return of(it, posting.groups(), posting.parts(), posting.language());
        }
    }

    /** All of them: there are not so many. */
    record ListView(List<View> items) {}

    @GetMapping
    @Transactional(readOnly = true)
    public ResponseEntity<byte[]> list() {
        var all = crews.now().members().stream()
                .sorted(Comparator.comparing(it -> it.id().value()))
                .map(View::of)
                .toList();
        return Answer.ok(new ListView(all)).asResponse();
    }

    @GetMapping("/{id}")
    @Transactional(readOnly = true)
    public ResponseEntity<byte[]> read(@PathVariable String id) {
        return told(agent(id));
    }

    /** From now on the agent stands there, and nowhere else. */
    @PutMapping("/{id}/posting")
    @May(Action.MANAGE_PEOPLE)
    @Transactional
    public ResponseEntity<byte[]> post(@PathVariable String id, Asking asking) {
        var posting = asking.read(in -> new Posting(
                in.words("groups", MOST), in.words("parts", MOST), in.optionalText("language", LONGEST_WORD)));
        var agent = agent(id);
        appointments.post(agent.id(), posting);
        return told(agent);
    }

    private ResponseEntity<byte[]> told(Agent agent) {
        return Answer.ok(View.of(agent, postings.of(agent.id()))).asResponse();
    }

    private Agent agent(String id) {
        return appointments.get(new AgentId(id.matches("\\d{1,18}") ? Long.parseLong(id) : 0));
    }
}
