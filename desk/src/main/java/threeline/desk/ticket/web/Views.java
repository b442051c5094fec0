package threeline.desk.ticket.web;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import threeline.desk.ticket.View;

/** The views as pages: their titles, icons, keys, and what an empty one says. */
public enum Views {
    BREAKS_FIRST(View.BREAKS_FIRST, "Breaks first", "flame", "b", "open"),
    MINE(View.MINE, "Mine", "user", "m", "of yours"),
    UNASSIGNED(View.UNASSIGNED, "Unassigned", "inbox", "u", "that nobody has"),
    PAST_DUE(View.PAST_DUE, "Past due", "alert", "p", "with a broken promise"),
    ON_HOLD(View.ON_HOLD, "On hold", "pause", "h", "waiting"),
    RESOLVED(View.RESOLVED, "Resolved", "check", "r", "resolved"),
    ALL(View.ALL, "All", "ribbon", "a", "in all");

    private final View view;
    private final String title;
    private final String icon;
    private final String key;
    private final String noun;

    Views(View view, String title, String icon, String key, String noun) {
        this.view = view;
        this.title = title;
        this.icon = icon;
        this.key = key;
        this.noun = noun;
    }

    static Optional<Views> find(String word) {
        return Arrays.stream(values()).filter(it -> it.word().equals(word)).findFirst();
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Below the desk's own path. */
    public String path() {
        return "/queue/" + word();
    }

    Listing listing() {
        return new Listing(
                word(),
                title,
                path(),
                noun,
                grouped(),
                new Listing.Nothing(emptyTitle(), emptyText()),
                new Listing.Selection.OfView(view));
    }

    View view() {
        return view;
    }

    String title() {
        return title;
    }

    String icon() {
        return icon;
    }

    String key() {
        return key;
    }

    /** Whether its tickets are grouped by what breaks when. */
    public boolean grouped() {
        return switch (this) {
            case BREAKS_FIRST, MINE, UNASSIGNED, PAST_DUE, ON_HOLD -> true;
            case RESOLVED, ALL -> false;
        };
    }

    private String emptyTitle() {
        return switch (this) {
            case BREAKS_FIRST -> "Nothing is open";
            case MINE -> "You hold no ticket";
            case UNASSIGNED -> "Every ticket has somebody";
            case PAST_DUE -> "No promise is broken";
            case ON_HOLD -> "Nothing waits for anybody";
            case RESOLVED -> "Nothing is resolved and open to be reopened";
            case ALL -> "No ticket yet";
        };
    }

    private String emptyText() {
        return switch (this) {
            case BREAKS_FIRST, ALL -> "New tickets appear here by themselves, what breaks first on top.";
            case MINE -> "Take one from the view Unassigned: open it and press A.";
            case UNASSIGNED -> "New tickets appear here until somebody takes them.";
            case PAST_DUE -> "What breaks next stands on top of the view Breaks first.";
            case ON_HOLD -> "A ticket on hold stands here with the time that its promises have left.";
            case RESOLVED -> "What you resolve stands here until it is closed.";
        };
    }
}
