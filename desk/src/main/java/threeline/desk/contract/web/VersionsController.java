package threeline.desk.contract.web;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import threeline.desk.contract.CharterDesk;
import threeline.desk.contract.CharterVersion;
import threeline.desk.contract.CharterVersions;
import threeline.desk.contract.Charters;
import threeline.desk.contract.Drafts;
import threeline.desk.contract.web.VersionView.Row;
import threeline.desk.people.access.Action;
import threeline.desk.people.access.Actor;
import threeline.desk.people.access.May;
import threeline.desk.web.Problem;
import threeline.desk.web.ProblemException;

/** Every version of the charter: who put it, when and why; each can be read, compared, and a planned one withdrawn. */
@Controller
@May(Action.SEE_CHARTER)
@RequestMapping("/charter")
class VersionsController {

    private final Charters charters;
    private final CharterDesk desk;
    private final CharterVersions versions;
    private final Drafts drafts;
    private final CharterPages pages;

    VersionsController(
            Charters charters, CharterDesk desk, CharterVersions versions, Drafts drafts, CharterPages pages) {
        this.charters = charters;
        this.desk = desk;
        this.versions = versions;
        this.drafts = drafts;
        this.pages = pages;
    }

    @GetMapping("/versions")
    String list(Actor actor, Model model) {
        var current = charters.current().number();
        model.addAttribute("tabs", pages.tabs(actor));
        model.addAttribute(
                "versions",
                versions.all().stream().map(it -> Row.of(it, current, pages)).toList());
        return "contract/versions";
    }

    @GetMapping("/versions/{number}")
    String read(@PathVariable int number, Actor actor, Model model) {
        model.addAttribute("tabs", pages.tabs(actor));
        model.addAttribute(
                "version",
                new VersionView(
                        Row.of(found(number), charters.current().number(), pages),
                        text(number).lines().map(CharterLine::of).toList()));
        return "contract/version";
    }

    /** The text in force, whose lines promises point at. */
    @GetMapping("/text")
    String text(Actor actor, Model model) {
        return read(charters.current().number(), actor, model);
    }

    /** Two versions; without the second one, the reader's draft, and without a draft the one in force. */
    @GetMapping("/compare")
    String compare(
            @RequestParam(required = false) @Nullable Integer from,
            @RequestParam(required = false) @Nullable Integer to,
            Actor actor,
            Model model) {
        var current = charters.current().number();
        var draft = drafts.of(actor.agent().id());
        var before = from == null ? current : from;
        var after = to == null ? draft.map(it -> it.text()).orElseGet(() -> text(current)) : text(to);
        var name = to == null ? draft.isPresent() ? "your draft" : "version " + current : "version " + to;
        model.addAttribute("tabs", pages.tabs(actor));
        model.addAttribute("compared", ComparisonView.of("version " + before, name, LineDiff.of(text(before), after)));
        return "contract/compare";
    }

    @PostMapping("/versions/{number}/withdrawal")
    @May(Action.CHANGE_CHARTER)
    String withdraw(@PathVariable int number, @RequestParam(defaultValue = "") String why, Actor actor) {
        var form = new FromForm("", null, null, why);
        desk.withdraw(number, actor.agent().name(), form.checkedWhy());
        return "redirect:/charter/versions";
    }

    private CharterVersion found(int number) {
        return versions.find(number).orElseThrow(() -> missing(number));
    }

    private String text(int number) {
        return versions.text(number).orElseThrow(() -> missing(number));
    }

    private static ProblemException missing(int number) {
        return new ProblemException(new Problem.NotFound("The charter has no version %d.".formatted(number)));
    }
}
