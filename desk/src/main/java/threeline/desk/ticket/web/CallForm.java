package threeline.desk.ticket.web;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import threeline.desk.people.NewRequester;
import threeline.desk.people.RequesterId;
import threeline.desk.ticket.About;
import threeline.desk.web.Problem;
import threeline.desk.web.ProblemException;

/**
 * A call as an agent writes it down while speaking.
 *
 * @param who what was typed of the caller: a name, a number or an address
 * @param caller the requester that was chosen; null or empty for somebody new
 * @param line what it is about
 * @param spent how long it took
 * @param solved whether nothing is left to do
 * @param anyway whether it is written down though the charter sends such calls elsewhere
 */
record CallForm(
        @Nullable String who,
        @Nullable String caller,
        @Nullable String line,
        @Nullable String channel,
        @Nullable String severity,
        @Nullable String category,
        @Nullable String application,
        @Nullable String spent,
        boolean solved,
        @Nullable Boolean anyway) {

    private static final int LONGEST = 200;

    String typed() {
        var typed = who == null ? "" : who.strip();
        return typed.length() > LONGEST ? typed.substring(0, LONGEST) : typed;
    }

    /** Who was chosen of those known; null for somebody new. */
    @Nullable
    RequesterId known() {
        return caller != null && caller.matches("[0-9]{1,18}") ? new RequesterId(Long.parseLong(caller)) : null;
    }

    /** Somebody new, as far as what was typed says. */
    NewRequester stranger() {
        var typed = typed();
        if (typed.isEmpty()) {
            throw fault("who", "Say who is calling: a name or a number.");
        }
        if (typed.contains("@")) {
            return new NewRequester("", typed, null, null, false);
        }
        return typed.matches("[+0-9 ()./-]+")
                ? new NewRequester(typed, null, typed, null, false)
                : new NewRequester(typed, null, null, null, false);
    }

    String told() {
        if (line == null || line.isBlank()) {
            throw fault("line", "Say in one line what it is about.");
        }
        var told = line.strip();
        return told.length() > LONGEST ? told.substring(0, LONGEST) : told;
    }

    About about() {
        return new About(chosen(category), chosen(application), null, null);
    }

    @Nullable
    String severityChosen() {
        return chosen(severity);
    }

    Duration length() {
        return spent == null || spent.isBlank() ? Duration.ZERO : ActsController.Spent.of(spent);
    }

    private static @Nullable String chosen(@Nullable String word) {
        return word == null || word.isBlank() ? null : word;
    }

    private static ProblemException fault(String field, String what) {
        return new ProblemException(new Problem.Invalid(new Problem.Fault(field, what)));
    }
}
