package threeline.desk.contract.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import threeline.desk.contract.CharterDesk;
import threeline.desk.contract.CharterRefused;
import threeline.desk.contract.Charters;
import threeline.desk.contract.Draft;
import threeline.desk.contract.Drafts;
import threeline.desk.people.access.Action;
import threeline.desk.people.access.Actor;
import threeline.desk.people.access.May;
import threeline.desk.web.Problem;
import threeline.desk.web.ProblemException;

/** The charter as text: written or brought along as a file, kept as a draft, with what is wrong with it beside it. */
@Controller
@May(Action.CHANGE_CHARTER)
class DraftController {

    private static final int LONGEST = 1 << 20;

    private final Charters charters;
    private final Drafts drafts;
    private final CharterDesk desk;
    private final PreviewPages previews;
    private final CharterPages pages;
    private final InstantSource time;

    DraftController(
            Charters charters,
            CharterDesk desk,
            Drafts drafts,
            PreviewPages previews,
            CharterPages pages,
            InstantSource time) {
        this.charters = charters;
        this.desk = desk;
        this.drafts = drafts;
        this.previews = previews;
        this.pages = pages;
        this.time = time;
    }

    @GetMapping("/charter/draft")
    String write(Actor actor, Model model) {
        var agent = actor.agent().id();
        model.addAttribute("tabs", pages.tabs(actor));
        model.addAttribute("draft", view(drafts.of(agent).orElse(null)));
        model.addAttribute("zone", charters.current().charter().zone().getId());
        model.addAttribute("form", FromForm.EMPTY);
        model.addAttribute("refused", null);
        model.addAttribute("preview", previews.find(agent, 0).orElse(null));
        return "contract/draft";
    }

    /** Puts it in force; where that can't be, the page comes again with the reason, and nothing is lost. */
    @PostMapping("/charter/versions")
    String put(FromForm form, Actor actor, Model model) {
        var agent = actor.agent();
        var text = form.checkedText();
        drafts.save(agent.id(), text, charters.current().number());
        try {
            desk.put(text, form.at(charters.current().charter().zone()), agent.name(), form.checkedWhy());
        } catch (CharterRefused refused) {
            return again(
                    "It can't be put in force: %s. They stand beside the text."
                            .formatted(DraftView.many(refused.findings().size(), "error")),
                    form,
                    actor,
                    model);
        } catch (ProblemException refused) {
            return again(refused.problem().what(), form, actor, model);
        }
        drafts.discard(agent.id());
        return "redirect:/charter/versions";
    }

    private String again(String why, FromForm form, Actor actor, Model model) {
        var page = write(actor, model);
        model.addAttribute("form", form);
        model.addAttribute("refused", why);
        return page;
    }

    /** Saves and checks; while somebody writes, only the findings are exchanged. */
    @PostMapping("/charter/draft")
    String save(
            @RequestParam String text,
            Actor actor,
            Model model,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String part) {
        var saved = drafts.save(
                actor.agent().id(), checked(text), charters.current().number());
        if (part == null) {
            return "redirect:/charter/draft";
        }
        model.addAttribute("draft", view(saved));
        return "contract/findings";
    }

    @PostMapping("/charter/draft/file")
    String bring(@RequestParam MultipartFile file, Actor actor) {
        try {
            var text = new String(file.getBytes(), StandardCharsets.UTF_8);
            drafts.save(actor.agent().id(), checked(text), charters.current().number());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return "redirect:/charter/draft";
    }

    @PostMapping("/charter/draft/end")
    String discard(Actor actor) {
        drafts.discard(actor.agent().id());
        return "redirect:/charter/draft";
    }

    private DraftView view(@Nullable Draft draft) {
        var inForce = charters.current().text();
        var today = time.instant().atZone(ZoneOffset.UTC).toLocalDate();
        return draft == null
                ? DraftView.of(inForce, inForce, null, today)
                : DraftView.of(draft.text(), inForce, pages.when(draft.savedAt()), today);
    }

    /** Browsers send other line ends than people mean. */
    static String checked(String text) {
        if (text.length() > LONGEST) {
            throw new ProblemException(
                    new Problem.Invalid(new Problem.Fault("text", "A charter has at most a million characters.")));
        }
        return text.replace("\r\n", "\n").replace("\u0000", "");
    }
}
