package threeline.desk.notification;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import threeline.desk.contract.Charters;

/** What a mail by a template would say, of a ticket that is made up. */
@Component
public class Preview {

    private final Charters charters;

    Preview(Charters charters) {
        this.charters = charters;
    }

    public List<List<String>> of(Template template, String what) {
        return template.fill(values(what));
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
