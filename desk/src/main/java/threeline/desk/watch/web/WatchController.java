package threeline.desk.watch.web;

import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import threeline.desk.people.access.Action;
import threeline.desk.people.access.May;
import threeline.desk.web.Frame;
import threeline.desk.web.Problem;
import threeline.desk.web.ProblemException;

/** The watch: a day and its week, and what stands now. */
@Controller
@May(Action.SEE_TICKETS)
class WatchController {

    private static final Period FAR = Period.ofYears(2);

    private final WatchPages pages;

    WatchController(WatchPages pages) {
        this.pages = pages;
    }

    @GetMapping("/watch")
    String page(
            @RequestParam Optional<String> date,
            @ModelAttribute(name = "frame", binding = false) Frame frame,
            Model model) {
        add(date, frame, model);
        return "watch/page";
    }

    /** What of the page changes, to renew itself. */
    @GetMapping("/watch/board")
    String board(
            @RequestParam Optional<String> date,
            @ModelAttribute(name = "frame", binding = false) Frame frame,
            Model model) {
        add(date, frame, model);
        return "watch/board";
    }

    private void add(Optional<String> date, Frame frame, Model model) {
        var asked = date.filter(it -> !it.isBlank());
        var today = frame.now().atZone(pages.zone()).toLocalDate();
        model.addAttribute("watch", pages.of(asked.map(it -> near(it, today)).orElse(today), frame));
        model.addAttribute("date", asked.orElse(""));
    }

    private static LocalDate near(String text, LocalDate today) {
        try {
            var date = LocalDate.parse(text);
            if (date.isAfter(today.minus(FAR)) && date.isBefore(today.plus(FAR))) {
                return date;
            }
            throw refused("The watch is drawn two years back and ahead at most.");
        } catch (DateTimeParseException unreadable) {
            throw refused("\"%s\" is no date; a date reads like %s.".formatted(text, today));
        }
    }

    private static ProblemException refused(String why) {
        return new ProblemException(new Problem.Invalid(new Problem.Fault("date", why)));
    }
}
