package threeline.desk.notification.web;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import threeline.desk.notification.Habit;
import threeline.desk.notification.Matter;

/** How one is told, as a form shows it. */
public record HabitView(
        List<Row> rows, String quietFrom, String quietUntil, String digestAt, String zone, boolean kept) {

    /** One sort of things, and what was chosen for it; empty: as the desk says. */
    public record Row(String word, String title, String choice) {}

    /** One way to choose. */
    public record Option(String word, String title) {}

    public static final List<Option> OPTIONS = List.of(
            new Option("", "As the desk says"),
            new Option("app", "Here only"),
            new Option("mail", "Here, and by mail"),
            new Option("digest", "Here, and in the daily mail"),
            new Option("nothing", "Not at all"));

    static HabitView of(Habit it, String zone, boolean kept) {
        var quiet = it.quiet();
        return new HabitView(
                Arrays.stream(Matter.values())
                        .map(matter -> new Row(
                                matter.word(),
                                matter.title(),
                                chosen(it.choices().get(matter))))
                        .toList(),
                quiet == null ? "" : quiet.from().toString(),
                quiet == null ? "" : quiet.until().toString(),
                it.digestAt().toString(),
                zone,
                kept);
    }

    private static String chosen(Habit.@Nullable Choice choice) {
        return choice == null ? "" : choice.word();
    }
}
