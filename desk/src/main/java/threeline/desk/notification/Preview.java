package threeline.desk.notification;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import threeline.desk.contract.Charters;
import threeline.desk.mail.OutgoingMail;

/** What a mail by a template would say, of a ticket that is made up. */
@Component
public class Preview {

    private final Charters charters;
    private final Composer composer;

    Preview(Charters charters, Composer composer) {
        this.charters = charters;
        this.composer = composer;
    }

    /** Both forms of it, and its subject. */
    public OutgoingMail.Words of(String what, String language, Template template, @Nullable Template subject) {
        var charter = charters.current().charter();
        var values = values(what);
        var reference = "[%s] %s".formatted(values.get("reference"), values.get("subject"));
        var told = subject == null ? reference : subject.line(values);
        var footer = what.equals(Templates.FOOTER);
        var said = new Said(
                language,
                what.equals(Matter.OPENED.word()) || footer ? told : "Re: " + told,
                footer ? List.of(List.of(words(what))) : template.fill(values),
                footer
                        ? template.fill(values).stream().flatMap(List::stream).toList()
                        : List.of(charter.name(), "Your reference is %s.".formatted(values.get("reference"))));
        return composer.words(said);
    }

    private Map<String, String> values(String what) {
        var charter = charters.current().charter();
        var values = new HashMap<String, String>();
        values.put("name", "Maya Stern");
        values.put("subject", "The list of suppliers is <empty>");
        values.put("reference", charter.prefix() + "-7");
        values.put("desk", charter.name());
        values.put("words", words(what));
        values.put("promises", "We will answer by Wednesday 25 November, 12:00 (%s).".formatted(charter.zone()));
        return values;
    }

    private static String words(String what) {
        return what.equals(Matter.ANSWERED.word())
                ? "What the agent wrote.\n\nIn two paragraphs."
                : "What we would say ourselves, without a greeting.";
    }
}
