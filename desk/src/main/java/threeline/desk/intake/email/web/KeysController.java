package threeline.desk.intake.email.web;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import threeline.desk.mail.MailAddress;
import threeline.desk.mail.Mailboxes;
import threeline.desk.mail.outbox.DkimKeys;
import threeline.desk.mail.outbox.Publication;
import threeline.desk.people.access.Action;
import threeline.desk.people.access.May;
import threeline.desk.web.Problem;
import threeline.desk.web.ProblemException;

/** By what the desk's mail is signed: keys for its domains, how each is published, and which one signs. */
@Controller
@May(Action.MANAGE_MAIL)
@RequestMapping("/mail/keys")
public class KeysController {

    private final DkimKeys keys;
    private final Publication publication;
    private final Mailboxes mailboxes;

    KeysController(DkimKeys keys, Publication publication, Mailboxes mailboxes) {
        this.keys = keys;
        this.publication = publication;
        this.mailboxes = mailboxes;
    }

    /** A domain of the desk's addresses, and its keys. */
    public record Domain(String name, List<DkimKeys.Key> keys) {}

    /** What was found of one of the keys. */
    public record Looked(DkimKeys.Key key, Publication.Result result) {}

    @GetMapping
    String page(Model model) {
        return show(null, model);
    }

    @PostMapping("/{domain}")
    String make(@PathVariable String domain) {
        if (!domains().contains(domain)) {
            throw new ProblemException(new Problem.NotFound("No address of this desk is in that domain."));
        }
        keys.make(domain);
        return "redirect:/mail/keys";
    }

    /** What is not published would make others throw our mail away; so it has to be seen first. */
    @PostMapping("/{domain}/{selector}")
    String look(
            @PathVariable String domain,
            @PathVariable String selector,
            @RequestParam(defaultValue = "look") String act,
            Model model) {
        var key = keys.find(domain, selector)
                .orElseThrow(() -> new ProblemException(new Problem.NotFound("There is no such key.")));
        if (act.equals("remove")) {
            keys.remove(key);
            return "redirect:/mail/keys";
        }
        var result = publication.of(key);
        if (act.equals("sign") && result.published()) {
            keys.signBy(key);
        }
        return show(new Looked(key, result), model);
    }

    private String show(@Nullable Looked looked, Model model) {
        var byDomain = keys.all().stream().collect(Collectors.groupingBy(DkimKeys.Key::domain));
        var names = domains();
        names.addAll(byDomain.keySet());
        model.addAttribute(
                "domains",
                names.stream()
                        .map(it -> new Domain(it, byDomain.getOrDefault(it, List.of())))
                        .toList());
        model.addAttribute("looked", looked);
        return "intake/keys";
    }

    private Set<String> domains() {
        return mailboxes.ours().stream()
                .map(it -> MailAddress.of(it.address()).domain().toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
