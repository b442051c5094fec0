package threeline.desk.people.web;

import static java.util.stream.Collectors.toSet;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import threeline.desk.people.AgentId;
import threeline.desk.people.Agents;
import threeline.desk.people.access.Action;
import threeline.desk.people.access.Actor;
import threeline.desk.people.access.ApiTokens;
import threeline.desk.people.access.Bearers;
import threeline.desk.people.access.May;
import threeline.desk.people.access.Scope;
import threeline.desk.web.Problem;
import threeline.desk.web.ProblemException;

/** The desk's API tokens: one is shown when it is made and never again. */
@Controller
@May(Action.MANAGE_TOKENS)
@RequestMapping("/tokens")
class TokensController {

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_LIFE = 3650;

    private final ApiTokens tokens;
    private final Bearers bearers;
    private final Agents agents;
    private final InstantSource time;

    TokensController(ApiTokens tokens, Bearers bearers, Agents agents, InstantSource time) {
        this.tokens = tokens;
        this.bearers = bearers;
        this.agents = agents;
        this.time = time;
    }

    @GetMapping
    String list(Actor actor, CsrfToken csrf, Model model) {
        return page(actor, csrf, model, null);
    }

    @PostMapping
    String make(Actor actor, TokenForm form, CsrfToken csrf, Model model) {
        var as = agents.working(form.agentId())
                .orElseThrow(() -> TokenForm.invalid("agent", "There is no such agent at this desk."));
        var made = tokens.make(as.id(), form.checkedName(), form.scopes(), form.expiry(time.instant()));
        return page(actor, csrf, model, made.text());
    }

    @PostMapping("/{id}/end")
    String end(@PathVariable long id) {
        tokens.end(id);
        bearers.forget();
        return "redirect:/tokens";
    }

    private String page(Actor actor, CsrfToken csrf, Model model, @Nullable String made) {
        model.addAttribute(
                "view", new TokensView(actor, tokens.all(), agents.all(), time.instant(), csrf.getToken(), made));
        return "people/tokens";
    }

    /** A token to be made; without days it doesn't expire. */
    record TokenForm(
            long agent,
            String name,
            @Nullable List<String> scope,
            @Nullable Integer days) {

        AgentId agentId() {
            return new AgentId(agent);
        }

        String checkedName() {
            if (name.isBlank() || name.length() > LONGEST_NAME) {
                throw invalid(
                        "name", "Give it a name of 1 to %d characters, such as the program's.".formatted(LONGEST_NAME));
            }
            return name.strip();
        }

        Set<Scope> scopes() {
            var wanted = Scope.ofPrograms().stream()
                    .filter(it -> scope != null && scope.contains(it.word()))
                    .collect(toSet());
            if (wanted.isEmpty() || wanted.size() < Set.copyOf(scope).size()) {
                throw invalid("scope", "Say what it may: one or more of the scopes.");
            }
            if (wanted.contains(Scope.WRITE)) {
                wanted.add(Scope.READ); // as it always was
            }
            return wanted;
        }

        @Nullable
        Instant expiry(Instant now) {
            if (days == null) {
                return null;
            }
            if (days < 1 || days > LONGEST_LIFE) {
                throw invalid("days", "It can be good for 1 to %d days.".formatted(LONGEST_LIFE));
            }
            return now.plus(Duration.ofDays(days));
        }

        private static ProblemException invalid(String field, String what) {
            return new ProblemException(new Problem.Invalid(new Problem.Fault(field, what)));
        }
    }
}
