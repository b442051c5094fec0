package threeline.desk.people;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What agents can be at the desk that we serve just now; told by the module that knows its charter. */
public interface Positions {

    /** The groups, by tier and in the order of the charter. */
    List<Group> groups();

    /** The roles that agents can play, in the order in which the charter names them. */
    List<Part> parts();

    /** The desk's languages; the first is its own. */
    List<String> languages();

    /**
     * A team with one queue.
     *
     * @param tier the name of its tier
     * @param outside what the charter calls the organization whose people it is made of; null for the desk's own
     */
    record Group(
            String id, String name, String tier, @Nullable String outside) {}

    /** A role of the charter that agents play. */
    record Part(String id, String name) {}
}
