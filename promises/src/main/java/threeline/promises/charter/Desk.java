package threeline.promises.charter;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** Whose charter it is: name, reference prefix, zone of its local times, languages (the first is its own), words of its pages. */
public record Desk(String name, String prefix, ZoneId zone, List<String> languages, Map<String, String> words) {

    public Desk {
        languages = List.copyOf(languages);
        words = Map.copyOf(words);
    }

    public String language() {
        return languages.getFirst();
    }

    /** What this desk calls a thing on its pages, where it has a word of its own. */
    public String word(String ours) {
        return words.getOrDefault(ours, ours);
    }
}
