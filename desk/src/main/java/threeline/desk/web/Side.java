package threeline.desk.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands beside every page of a desk: its views with their counts, and who is here.
 *
 * @param me nobody, before signing in
 */
public record Side(List<Group> groups, @Nullable Me me) {

    /** Before signing in there is nothing to go to. */
    static final Side EMPTY = new Side(List.of(), null);

    public record Group(String title, List<Link> links) {}

    /**
     * One place to go.
     *
     * @param path below the desk's own
     * @param key the letter that goes there after g
     * @param count how many are there; more than it can show has a plus
     */
    public record Link(
            String path,
            String title,
            String icon,
            String key,
            @Nullable Count count) {}

    public record Count(String id, String text, boolean alarming) {}

    /** @param hears what pages of theirs hear of besides tickets; null where they hear of nothing */
    public record Me(String name, String email, @Nullable String hears) {

        public String initials() {
            return Initials.of(name);
        }
    }

    /** What a page is for. */
    public enum Part {
        DESK("Desk"),
        ADMINISTRATION("Administration");

        private final String title;

        Part(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    /** Told by a module that has a page for whoever is here; no two places have the same key. */
    public interface Besides {

        List<Link> links();

        default Part part() {
            return Part.DESK;
        }
    }

    /** Told by the module that knows the views. */
    public interface Teller {
        Side tell();
    }
}
