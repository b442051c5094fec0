package threeline.desk.people.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everybody who helps at the desk, as far as they were looked for.
 *
 * @param query what was looked for; empty for all
 */
public record AgentsView(String query, List<Row> rows) {

    /**
     * One who helps.
     *
     * @param groups and parts by the charter's names
     * @param of the organization that an outside group's agent belongs to
     */
    public record Row(
            long id,
            String name,
            String email,
            String role,
            List<String> groups,
            List<String> parts,
            @Nullable String of) {}
}
