package threeline.desk;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import threeline.desk.database.Trouble;
import threeline.desk.people.Agent;
import threeline.desk.people.AgentId;
import threeline.desk.people.NewAgent;
import threeline.desk.people.Role;
import threeline.desk.people.access.PasswordChoice;
import threeline.desk.people.access.Passwords;
import threeline.desk.web.Problem;
import threeline.desk.web.ProblemException;
import threeline.desk.web.Unasked;

/** Makes the first desk and its administrator, where there is none; afterwards there is no such page. */
@Controller
@Unasked("there is nobody yet, and the code is asked for")
@Profile("!demo & !add-desk & !audit")
@RequestMapping("/first-start")
class FirstStartController {

    private final FirstStart start;
    private final Passwords passwords;
    private final PasswordChoice choice;

    FirstStartController(FirstStart start, Passwords passwords, PasswordChoice choice) {
        this.start = start;
        this.passwords = passwords;
        this.choice = choice;
    }

    @GetMapping
    String page(Model model) {
        requireOpen();
        return page(model, FirstForm.EMPTY, null);
    }

    @PostMapping
    String make(FirstForm form, Model model, HttpServletResponse response) {
        requireOpen();
        var refusal = refusal(form);
        if (refusal.isPresent()) {
            return refused(form, model, response, refusal.get());
        }
        var admin = new NewAgent(form.name(), form.email(), Role.ADMIN, Set.of(), passwords.hash(form.password()));
        try {
            var desk = start.make(form.code(), form.slug(), form.charter(), admin);
            return "redirect:/%s/sign-in?chosen".formatted(desk.slug());
        } catch (Trouble trouble) {
            return refused(form, model, response, String.valueOf(trouble.getMessage()));
        }
    }

    /** The code is looked at first: who has none learns nothing, and costs nothing. */
    private Optional<String> refusal(FirstForm form) {
        if (!start.isCode(form.code())) {
            return Optional.of("That is not the code. It stands in the log of the desk, since its start.");
        }
        if (form.name().isBlank() || !form.isAddress()) {
            return Optional.of("The administrator needs a name and a mail address.");
        }
        return choice.refusal(form.password(), new Agent(new AgentId(0), form.name(), form.email(), Role.ADMIN, null));
    }

    private static String refused(FirstForm form, Model model, HttpServletResponse response, String why) {
        response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
        return page(model, form, why);
    }

    private static String page(Model model, FirstForm form, @Nullable String refusal) {
        model.addAttribute("form", form);
        model.addAttribute("refusal", refusal);
        return "web/first-start";
    }

    private void requireOpen() {
        if (!start.isOpen()) {
            throw new ProblemException(new Problem.NotFound("There is no such page."));
        }
    }
}
