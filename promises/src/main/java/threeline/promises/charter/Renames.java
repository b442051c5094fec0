package threeline.promises.charter;

import java.util.Map;

/** What was called otherwise in earlier versions: from the old name to the new. */
public record Renames(
        Map<String, String> severities,
        Map<String, String> tiers,
        Map<String, String> groups,
        Map<String, String> categories) {

    public static final Renames NONE = new Renames(Map.of(), Map.of(), Map.of(), Map.of());
}
