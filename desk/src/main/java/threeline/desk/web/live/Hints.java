package threeline.desk.web.live;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Hints as they travel: a tenant, and the names of what something happened to. */
final class Hints {

    /** PostgreSQL carries 8000 bytes at most. */
    private static final int LONGEST = 7000;

    private Hints() {}

    /** As many as it takes: whoever sees a part of a desk alone could not be told of any. */
    static List<String> written(Map<UUID, Set<String>> hints) {
        var written = new ArrayList<String>();
        hints.forEach((tenant, names) -> {
            var line = new StringBuilder();
            for (var name : names) {
                if (line.length() + name.length() > LONGEST) {
                    written.add(tenant + " " + line);
                    line.setLength(0);
                }
                line.append(line.isEmpty() ? "" : ",").append(name);
            }
            written.add(tenant + " " + line);
        });
        return written;
    }

    static Map<UUID, Set<String>> read(String hint) {
        var space = hint.indexOf(' ');
        var names = hint.substring(space + 1);
        return Map.of(
                UUID.fromString(hint.substring(0, space)),
                names.isEmpty() ? Set.of() : Set.copyOf(Arrays.asList(names.split(","))));
    }
}
