package threeline.desk.notification.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import threeline.desk.notification.Template;
import threeline.desk.notification.Templates;

/** A template as its page shows it: what it is for, what stands in it, what is wrong, and what a mail would say. */
public record TemplateView(
        String what,
        String title,
        String language,
        String subject,
        String body,
        boolean kept,
        List<String> variables,
        List<String> subjectVariables,
        Template.@Nullable Fault fault) {

    /** What ends each mail has no subject. */
    public boolean hasSubject() {
        return !what.equals(Templates.FOOTER);
    }

    /** One of the list of them. */
    public record Line(String what, String title, List<String> languages) {}
}
