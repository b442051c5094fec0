package threeline.desk.contract.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import threeline.desk.contract.Charters;
import threeline.desk.contract.Releases;
import threeline.desk.people.access.Action;
import threeline.desk.people.access.Actor;
import threeline.desk.people.access.May;

/** The dates that promises may hang on, and moving one: what was promised by it moves along. */
@Controller
@May(Action.SEE_CHARTER)
@RequestMapping("/charter/releases")
class ReleasesController {

    private final Charters charters;
    private final Releases releases;
    private final CharterPages pages;
    private final InstantSource time;

    ReleasesController(Charters charters, Releases releases, CharterPages pages, InstantSource time) {
        this.charters = charters;
        this.releases = releases;
        this.pages = pages;
        this.time = time;
    }

    @GetMapping
    String list(Actor actor, Model model) {
        var moves = releases.moves().reversed().stream()
                .map(it -> new ReleasesView.Move(
                        ReleaseDates.word(it.from()),
                        ReleaseDates.word(it.to()),
                        it.by(),
                        pages.when(it.at()),
                        it.why()))
                .toList();
        model.addAttribute("tabs", pages.tabs(actor));
        model.addAttribute(
                "releases",
                new ReleasesView(
                        dates().stream()
                                .map(it -> new ReleasesView.Release(
                                        it.toString(), ReleaseDates.word(it), it.isBefore(today())))
                                .toList(),
                        moves));
        return "contract/releases";
    }

    @PostMapping("/moves")
    @May(Action.CHANGE_CHARTER)
    String move(MoveForm form, Actor actor) {
        var from = date("from", form.from());
        var to = date("to", form.to());
        if (!dates().contains(from)) {
            throw FromForm.invalid("from", "There is no release on %s.".formatted(from));
        }
        if (to.isBefore(today()) || dates().contains(to)) {
            throw FromForm.invalid("to", "Choose a date that has not passed and on which there is no release yet.");
        }
        releases.move(from, to, actor.agent().name(), new FromForm("", null, null, form.why()).checkedWhy());
        return "redirect:/charter/releases";
    }

    /** A release to be moved. */
    record MoveForm(
            @Nullable String from,
            @Nullable String to,
            @Nullable String why) {}

    private List<LocalDate> dates() {
        return ReleaseDates.of(charters.current(), releases.moves());
    }

    private LocalDate today() {
        Instant now = time.instant();
        return now.atZone(charters.current().charter().zone()).toLocalDate();
    }

    private static LocalDate date(String field, @Nullable String text) {
        try {
            return LocalDate.parse(text == null ? "" : text);
        } catch (DateTimeException misread) {
            throw FromForm.invalid(field, "Write the date as 2026-12-10.");
        }
    }
}
