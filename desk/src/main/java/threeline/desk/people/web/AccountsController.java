package threeline.desk.people.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import threeline.desk.mail.MailAddress;
import threeline.desk.people.AgentId;
import threeline.desk.people.NewAgent;
import threeline.desk.people.Role;
import threeline.desk.people.access.Accounts;
import threeline.desk.people.access.Action;
import threeline.desk.people.access.Actor;
import threeline.desk.people.access.Demand;
import threeline.desk.people.access.May;
import threeline.desk.people.access.Sessions;
import threeline.desk.web.Problem;
import threeline.desk.web.ProblemException;

/** Who may come in at this desk: inviting, helping those who are shut out, and taking access away. */
@Controller
@May(Action.MANAGE_ACCOUNTS)
class AccountsController {

    private static final int LONGEST_NAME = 200;
    private static final String AGENTS = "/agents";
    private static final String ONE = "/agents/{id}";

    private final Accounts accounts;
    private final Sessions sessions;
    private final Demand demand;
    private final PeoplePages pages;

    AccountsController(Accounts accounts, Sessions sessions, Demand demand, PeoplePages pages) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.demand = demand;
        this.pages = pages;
    }

    /** Where they were listed before. */
    @GetMapping("/accounts")
    String before() {
        return "redirect:" + AGENTS;
    }

    @PostMapping(AGENTS)
    String invite(Actor actor, InviteForm form, Model model) {
        return pages.list(actor, "", accounts.invite(form.checked()), model);
    }

    /** Of whom a second step is demanded from now on; the form sends an empty one besides those that are ticked. */
    @PostMapping(AGENTS + "/second-step")
    String demand(Actor actor, @RequestParam List<String> roles, HttpServletRequest request) {
        var ticked =
                roles.stream().filter(it -> !it.isBlank()).map(InviteForm::role).collect(Collectors.toSet());
        demand.put(ticked, actor.agent(), AccountController.here(request));
        return "redirect:" + AGENTS;
    }

    @PostMapping(ONE + "/link")
    String link(Actor actor, @PathVariable long id, Model model) {
        return pages.one(actor, new AgentId(id), false, accounts.linkFor(new AgentId(id)), model);
    }

    @PostMapping(ONE + "/sessions/end")
    String signOut(@PathVariable long id) {
        sessions.endAll(new AgentId(id));
        return kept(id);
    }

    @PostMapping(ONE + "/second-step/end")
    String endSecondStep(Actor actor, @PathVariable long id) {
        accounts.endSecondStep(new AgentId(id), actor.agent().id());
        return kept(id);
    }

    @PostMapping(ONE + "/end")
    String end(Actor actor, @PathVariable long id) {
        accounts.end(new AgentId(id), actor.agent().id());
        return kept(id);
    }

    @PostMapping(ONE + "/restoration")
    String restore(@PathVariable long id) {
        accounts.restore(new AgentId(id));
        return kept(id);
    }

    private static String kept(long id) {
        return "redirect:%s/%d?kept=true".formatted(AGENTS, id);
    }

    /** Somebody to be invited. */
    record InviteForm(String name, String email, String role) {

        InviteForm {
            name = Objects.requireNonNullElse(name, ""); // a field may be missing in what is sent
            email = Objects.requireNonNullElse(email, "");
            role = Objects.requireNonNullElse(role, "");
        }

        NewAgent checked() {
            var cleanName = name.replaceAll("\\p{Cntrl}+", " ").strip();
            if (cleanName.isEmpty() || cleanName.length() > LONGEST_NAME) {
                throw invalid("name", "A name has 1 to %d characters.".formatted(LONGEST_NAME));
            }
            if (!email.strip().chars().allMatch(c -> c > ' ' && c != 127)
                    || !MailAddress.of(email.strip()).isUsable()) {
                throw invalid("email", "That is no mail address.");
            }
            return new NewAgent(cleanName, email.strip(), role(role), Set.of(), null);
        }

        static Role role(String word) {
            return switch (word.toLowerCase(Locale.ROOT)) {
                case "agent" -> Role.AGENT;
                case "manager" -> Role.MANAGER;
                case "admin" -> Role.ADMIN;
                case "auditor" -> Role.AUDITOR;
                default -> throw invalid("role", "A role is \"agent\", \"manager\", \"admin\" or \"auditor\".");
            };
        }

        private static ProblemException invalid(String field, String what) {
            return new ProblemException(new Problem.Invalid(new Problem.Fault(field, what)));
        }
    }
}
