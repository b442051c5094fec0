package threeline.desk.people.web;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import threeline.desk.people.AgentId;
import threeline.desk.people.Appointments;
import threeline.desk.people.Posting;
import threeline.desk.people.Role;
import threeline.desk.people.access.Action;
import threeline.desk.people.access.Actor;
import threeline.desk.people.access.May;
import threeline.desk.web.Problem;
import threeline.desk.web.ProblemException;

/** Those who help: which groups they belong to, what parts they play, and in which language they are told. */
@Controller
@May(Action.SEE_PEOPLE)
@RequestMapping("/agents")
class AgentsController {

    private static final int LONGEST = 100;

    private final PeoplePages pages;
    private final Appointments appointments;

    AgentsController(PeoplePages pages, Appointments appointments) {
        this.pages = pages;
        this.appointments = appointments;
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "") String q, Actor actor, Model model) {
        var query = q.strip();
        return pages.list(actor, query.length() > LONGEST ? query.substring(0, LONGEST) : query, null, model);
    }

    @GetMapping("/{id}")
    String one(@PathVariable long id, @RequestParam(defaultValue = "false") boolean kept, Actor actor, Model model) {
        return pages.one(actor, new AgentId(id), kept, null, model);
    }

    @PostMapping("/{id}/posting")
    @May(Action.MANAGE_PEOPLE)
    String post(@PathVariable long id, PostingForm form) {
        appointments.post(new AgentId(id), form.posting());
        return "redirect:/agents/%d?kept=true".formatted(id);
    }

    @PostMapping("/{id}/role")
    @May(Action.APPOINT)
    String appoint(@PathVariable long id, @RequestParam String role) {
        appointments.appoint(new AgentId(id), role(role));
        return "redirect:/agents/%d?kept=true".formatted(id);
    }

    private static Role role(String word) {
        try {
            return Role.valueOf(word.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw new ProblemException(
                    new Problem.Invalid(new Problem.Fault("role", "There is no such role: \"%s\".".formatted(word))));
        }
    }

    /** Where an agent shall stand, as the page says it: what is not ticked is not sent. */
    record PostingForm(
            @Nullable List<String> groups,
            @Nullable List<String> parts,
            @Nullable String language) {

        Posting posting() {
            return new Posting(
                    groups == null ? Set.of() : Set.copyOf(groups),
                    parts == null ? Set.of() : Set.copyOf(parts),
                    language == null || language.isBlank() ? null : language);
        }
    }
}
