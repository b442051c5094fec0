package threeline.desk.ticket.web;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Which line has it: the name, the group, and which of the three strokes is full, from 0. */
public record TierView(String name, @Nullable String group, int stroke) {

    /** Both names, unless the group's says the tier's as well. */
    public String label() {
        return group == null
                ? name
                : group.toLowerCase(Locale.ROOT).contains(name.toLowerCase(Locale.ROOT)) ? group : name + ", " + group;
    }
}
