package threeline.desk.notification;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import threeline.desk.people.AgentId;
import threeline.desk.people.HeldOnAgent;

/** What an agent was told. */
@Component
class HeldWords implements HeldOnAgent {

    private static final int AT_ONCE = 500;

    private final Words words;

    HeldWords(Words words) {
        this.words = words;
    }

    @Override
    public void each(AgentId who, Consumer<Map<String, Object>> reader) {
        for (var some = words.of(who, null, AT_ONCE);
                !some.isEmpty();
                some = words.of(who, some.getLast().id(), AT_ONCE)) {
            some.forEach(it -> reader.accept(told(it)));
        }
    }

    private static Map<String, Object> told(Word it) {
        var told = new LinkedHashMap<String, Object>();
        told.put("held", "told");
        told.put("ticket", it.place().ticket().value());
        told.put("at", it.at().toString());
        told.put("what", it.what().word());
        told.put("line", it.line());
        if (it.readAt() != null) {
            told.put("read-at", it.readAt().toString());
        }
        return told;
    }
}
