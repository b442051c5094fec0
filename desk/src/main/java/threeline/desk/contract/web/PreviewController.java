package threeline.desk.contract.web;

import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import threeline.desk.contract.CharterRefused;
import threeline.desk.contract.Charters;
import threeline.desk.contract.Drafts;
import threeline.desk.contract.Previews;
import threeline.desk.people.access.Action;
import threeline.desk.people.access.Actor;
import threeline.desk.people.access.May;

/** What a draft would change, before it does: asked for, worked out in the background, and looked at page by page. */
@Controller
@May(Action.CHANGE_CHARTER)
@RequestMapping("/charter/preview")
class PreviewController {

    private final Charters charters;
    private final Drafts drafts;
    private final Previews previews;
    private final PreviewPages views;
    private final CharterPages pages;
    private final InstantSource time;

    PreviewController(
            Charters charters,
            Drafts drafts,
            Previews previews,
            PreviewPages views,
            CharterPages pages,
            InstantSource time) {
        this.charters = charters;
        this.drafts = drafts;
        this.previews = previews;
        this.views = views;
        this.pages = pages;
        this.time = time;
    }

    @PostMapping
    String ask(
            FromForm form,
            Actor actor,
            Model model,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String part) {
        var agent = actor.agent().id();
        var text = form.checkedText();
        drafts.save(agent, text, charters.current().number());
        var at = form.at(charters.current().charter().zone());
        var now = time.instant();
        if (at != null && at.isBefore(now)) {
            throw FromForm.invalid("date", "A charter can't come into force in the past; choose a later time.");
        }
        refuseNonsense(text);
        previews.ask(agent, text, at == null ? now.plus(Duration.ofSeconds(1)) : at);
        return part == null ? "redirect:/charter/draft#preview" : shown(0, actor, model);
    }

    private void refuseNonsense(String text) {
        try {
            charters.supposed(text, time.instant());
        } catch (CharterRefused refused) {
            throw FromForm.invalid("text", "It can't be read as a charter yet. Mend the errors beside it first.");
        }
    }

    @GetMapping
    String show(
            @RequestParam(defaultValue = "0") int page,
            Actor actor,
            Model model,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String part) {
        if (part != null) {
            return shown(page, actor, model);
        }
        model.addAttribute("tabs", pages.tabs(actor));
        shown(page, actor, model);
        return "contract/preview-page";
    }

    private String shown(int page, Actor actor, Model model) {
        model.addAttribute("preview", views.find(actor.agent().id(), page).orElse(null));
        return "contract/preview";
    }
}
