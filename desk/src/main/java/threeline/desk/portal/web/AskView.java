package threeline.desk.portal.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asking.
 *
 * @param severities none where there is nothing to choose
 * @param typed what was typed already, and what is wrong with it
 */
public record AskView(
        Page page, List<SeverityCard> severities, List<Choice> categories, List<Choice> applications, Typed typed) {

    /** @param selected whether it was chosen before */
    public record Choice(String id, String name, boolean selected) {}

    /** @param draft under which the browser keeps what is being written */
    public record Typed(
            String subject,
            String text,
            String draft,
            @Nullable Fault fault) {}

    /** At which field, and what. */
    public record Fault(String field, String what) {}
}
