package threeline.desk.intake.email.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import threeline.desk.mail.Mailbox;
import threeline.desk.mail.Mailboxes;
import threeline.desk.mail.inbox.Inbox;
import threeline.desk.mail.inbox.Inboxes;
import threeline.desk.mail.inbox.Secret;
import threeline.desk.mail.inbox.Trial;
import threeline.desk.people.access.Action;
import threeline.desk.people.access.May;
import threeline.desk.web.Problem;
import threeline.desk.web.ProblemException;

/** Where a desk fetches mail from: put there, changed, let rest, tried now, taken away. */
@Controller
@May(Action.MANAGE_MAIL)
@RequestMapping("/mail/inboxes")
class InboxesController {

    private static final Set<String> TLS = Set.of("implicit", "starttls", "none");

    private final Inboxes inboxes;
    private final Mailboxes mailboxes;
    private final Trial trial;

    InboxesController(Inboxes inboxes, Mailboxes mailboxes, Trial trial) {
        this.trial = trial;
        this.inboxes = inboxes;
        this.mailboxes = mailboxes;
    }

    @GetMapping("/new")
    String fresh(Model model) {
        return form(null, InboxForm.empty(addresses().stream().findFirst().orElse("")), Map.of(), model);
    }

    @GetMapping("/{id}")
    String one(@PathVariable long id, Model model) {
        return form(id, InboxForm.of(known(id).place()), Map.of(), model);
    }

    private Inbox known(long id) {
        return inboxes.find(id)
                .orElseThrow(() -> new ProblemException(new Problem.NotFound("There is no such inbox.")));
    }

    @PostMapping
    String add(@RequestParam Map<String, String> given, Model model) {
        var form = read(given);
        var wrong = wrong(form);
        if (form.secret() == null) {
            wrong.put("password", "Without a password or a client's secret no server lets us in.");
        }
        if (!wrong.isEmpty()) {
            return form(null, form, wrong, model);
        }
        inboxes.add(form.place(), java.util.Objects.requireNonNullElse(form.secret(), Secret.password("")));
        return "redirect:/mail";
    }

    @PostMapping("/{id}")
    String change(@PathVariable long id, @RequestParam Map<String, String> given, Model model) {
        var form = read(given);
        var wrong = wrong(form);
        if (!wrong.isEmpty()) {
            return form(id, form, wrong, model);
        }
        inboxes.change(id, form.place(), form.secret());
        return "redirect:/mail";
    }

    /** Whether it could be reached so; nothing is kept. What is left empty is taken as it was kept. */
    @PostMapping("/trial")
    String tryOut(
            @RequestParam(required = false) @Nullable Long id, @RequestParam Map<String, String> given, Model model) {
        var form = read(given);
        var wrong = wrong(form);
        var secret =
                form.secret() == null && id != null ? inboxes.secret(known(id).id()) : form.secret();
        if (wrong.isEmpty()) {
            var result = trial.of(form.place(), secret == null ? Secret.password("") : secret);
            model.addAttribute("trial", TrialView.of(result));
        }
        return form(id, form, wrong, model);
    }

    /** Also tries it now, whatever went wrong before. */
    @PostMapping("/{id}/activity")
    String activity(@PathVariable long id, @RequestParam boolean active) {
        inboxes.activate(id, active);
        return "redirect:/mail";
    }

    @PostMapping("/{id}/removal")
    String remove(@PathVariable long id) {
        inboxes.remove(id);
        return "redirect:/mail";
    }

    private String form(@Nullable Long id, InboxForm form, Map<String, String> wrong, Model model) {
        model.addAttribute("id", id);
        model.addAttribute("form", form);
        model.addAttribute("wrong", wrong);
        model.addAttribute("addresses", addresses());
        if (!model.containsAttribute("trial")) {
            model.addAttribute("trial", TrialView.NONE);
        }
        return "intake/inbox";
    }

    private Map<String, String> wrong(InboxForm form) {
        var wrong = new LinkedHashMap<String, String>();
        if (!addresses().contains(form.address())) {
            wrong.put("address", "The charter has no such address.");
        }
        if (!form.host().strip().matches("[A-Za-z0-9.:-]{1,253}")) {
            wrong.put("host", "A server's name, such as imap.example.org.");
        }
        if (form.port() < 1 || form.port() > 65_535) {
            wrong.put("port", "1 to 65535; 993 is usual.");
        }
        if (!TLS.contains(form.tls())) {
            wrong.put("tls", "One of these.");
        }
        if (form.login().isBlank()) {
            wrong.put("login", "Who we are to the server.");
        }
        if (!form.folders().believed().strip().matches("[A-Za-z0-9.-]{0,253}")) {
            wrong.put("believed", "A server's name as it stands first in Authentication-Results, or nothing.");
        }
        if (!form.token().tokenUrl().isBlank() && form.token().client().isBlank()) {
            wrong.put("client", "Tokens are given to a client.");
        }
        return wrong;
    }

    private List<String> addresses() {
        return mailboxes.ours().stream().map(Mailbox::address).toList();
    }

    private static InboxForm read(Map<String, String> given) {
        var port = given.getOrDefault("port", "");
        return new InboxForm(
                given.getOrDefault("address", ""),
                given.getOrDefault("host", ""),
                port.matches("[0-9]{1,5}") ? Integer.parseInt(port) : 0,
                given.getOrDefault("tls", ""),
                given.getOrDefault("login", ""),
                new InboxForm.Folders(
                        given.getOrDefault("folder", ""),
                        given.getOrDefault("keptFolder", ""),
                        given.getOrDefault("believed", "")),
                new InboxForm.Token(
                        given.getOrDefault("password", ""),
                        given.getOrDefault("tokenUrl", ""),
                        given.getOrDefault("client", ""),
                        given.getOrDefault("scope", ""),
                        given.getOrDefault("refreshToken", "")));
    }
}
