package threeline.desk.web;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** A person in two letters. */
public final class Initials {

    private Initials() {}

    public static String of(String name) {
        var words = Arrays.stream(name.strip().split("[\\s.@_-]+"))
                .filter(word -> !word.isEmpty())
                .toList();
        if (words.isEmpty()) {
            return "?";
        }
        return (words.size() == 1 ? words.stream() : java.util.stream.Stream.of(words.getFirst(), words.getLast()))
                .map(word -> word.substring(0, word.offsetByCodePoints(0, 1)))
                .collect(Collectors.joining())
                .toUpperCase(Locale.ROOT);
    }
}
