package threeline.desk.people;

import java.util.Map;
import java.util.function.Consumer;

/**
 * What a module of the desk holds on somebody who works here, for whoever asks what that is. Each module that holds
 * something on agents tells its own.
 */
public interface HeldOnAgent {

    /** Tells each thing, however many there are, by names that a person can read and a program can find. */
    void each(AgentId who, Consumer<Map<String, Object>> reader);
}
