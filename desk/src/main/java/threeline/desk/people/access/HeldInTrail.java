package threeline.desk.people.access;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import threeline.desk.audit.Noted;
import threeline.desk.audit.Trail;
import threeline.desk.people.AgentId;
import threeline.desk.people.HeldOnAgent;

/** What the trail says that an agent did, and what was done to their account. */
@Component
class HeldInTrail implements HeldOnAgent {

    private static final int AT_ONCE = 500;

    private final Trail trail;

    HeldInTrail(Trail trail) {
        this.trail = trail;
    }

    @Override
    public void each(AgentId who, Consumer<Map<String, Object>> reader) {
        var called = "agent " + who.value();
        var theirs = Pattern.compile("\\b" + called + "\\b").asPredicate(); // and not agent 17 where it is agent 1
        var before = Long.MAX_VALUE;
        for (var some = trail.before(before, called, AT_ONCE);
                !some.isEmpty();
                some = trail.before(before, called, AT_ONCE)) {
            some.stream()
                    .filter(it -> theirs.test(it.actor()) || theirs.test(it.subject()))
                    .forEach(it -> reader.accept(told(it)));
            before = some.getLast().seq();
        }
    }

    private static Map<String, Object> told(Noted line) {
        var told = new LinkedHashMap<String, Object>();
        told.put("held", "trail");
        told.put("at", line.at().toString());
        told.put("kind", line.kind());
        told.put("by", line.actor());
        told.put("on", line.subject());
        if (line.words() != null) {
            told.put("words", line.words());
        }
        return told;
    }
}
