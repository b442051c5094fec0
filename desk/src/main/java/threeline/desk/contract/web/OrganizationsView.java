package threeline.desk.contract.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of the organizations that the desk supports.
 *
 * @param query what was looked for; empty for all
 * @param mayAdd whether whoever looks may write one down
 * @param next after which name the next page begins; null on the last
 */
public record OrganizationsView(
        String query,
        List<Row> rows,
        boolean mayAdd,
        @Nullable String next) {

    /** @param charges who has it in charge: part and name */
    public record Row(String key, String name, TermsView terms, List<String> charges) {}
}
