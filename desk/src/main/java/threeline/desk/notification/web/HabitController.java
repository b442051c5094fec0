package threeline.desk.notification.web;

import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import threeline.desk.contract.Charters;
import threeline.desk.notification.Habit;
import threeline.desk.notification.Habits;
import threeline.desk.notification.Matter;
import threeline.desk.people.access.Action;
import threeline.desk.people.access.Actor;
import threeline.desk.people.access.May;
import threeline.desk.web.Problem;
import threeline.desk.web.ProblemException;

/** How one wants to be told. */
@Controller
@May(value = Action.SEE_OWN_ACCOUNT, own = true)
@RequestMapping("/told/habit")
class HabitController {

    private final Habits habits;
    private final Charters charters;

    HabitController(Habits habits, Charters charters) {
        this.habits = habits;
        this.charters = charters;
    }

    @GetMapping
    String page(@RequestParam(defaultValue = "false") boolean kept, Actor actor, Model model) {
        var zone = charters.current().charter().zone().getId();
        model.addAttribute("habit", HabitView.of(habits.of(actor.agent().id()), zone, kept));
        return "notification/habit";
    }

    @PostMapping
    String keep(@RequestParam Map<String, String> form, Actor actor) {
        var from = time(form, "quiet-from");
        var until = time(form, "quiet-until");
        if ((from == null) != (until == null)) {
            throw fault(from == null ? "quiet-from" : "quiet-until", "Give both times, or none.");
        }
        var digestAt = time(form, "digest-at");
        if (digestAt == null) {
            throw fault("digest-at", "Say when the daily mail shall come, such as 08:00.");
        }
        var quiet = from == null || until == null ? null : new Habit.Quiet(from, until);
        habits.keep(actor.agent().id(), new Habit(quiet, digestAt, choices(form)));
        return "redirect:/told/habit?kept=true";
    }

    private static Map<Matter, Habit.Choice> choices(Map<String, String> form) {
        var choices = new EnumMap<Matter, Habit.Choice>(Matter.class);
        for (var matter : Matter.values()) {
            var chosen = form.getOrDefault("way-" + matter.word(), "");
            if (!chosen.isBlank()) {
                choices.put(matter, choice(matter, chosen));
            }
        }
        return choices;
    }

    private static Habit.Choice choice(Matter matter, String chosen) {
        try {
            return Habit.Choice.valueOf(chosen.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw fault("way-" + matter.word(), "There is no such way: \"%s\".".formatted(chosen));
        }
    }

    private static @Nullable LocalTime time(Map<String, String> form, String name) {
        var text = form.getOrDefault(name, "");
        try {
            return text.isBlank() ? null : LocalTime.parse(text);
        } catch (DateTimeParseException bad) {
            throw fault(name, "\"%s\" is no time of day; write one such as 18:00.".formatted(text));
        }
    }

    private static ProblemException fault(String field, String what) {
        return new ProblemException(new Problem.Invalid(new Problem.Fault(field, what)));
    }
}
