package threeline.desk.web.live;

import java.util.Set;

/** Which of what something happened to whoever is served by this thread may hear of; told by who knows the things. */
@FunctionalInterface
public interface Earshot {

    Set<String> within(Set<String> names);
}
