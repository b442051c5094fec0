package threeline.desk.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What mail programs say in the languages of their users: {@code mail/phrases.txt}. */
final class Phrasebook {

    private static final Map<String, List<String>> PHRASES = read();

    static final List<String> PASSED_ON = phrases("passed on");
    static final Set<String> ORIGINAL = Set.copyOf(phrases("original"));
    static final Set<String> FROM = Set.copyOf(phrases("from"));
    static final Set<String> SUBJECT = Set.copyOf(phrases("subject"));

    /** Names of header lines besides the first. */
    private static final Set<String> OTHER = Set.copyOf(phrases("other"));

    private static final List<String> WROTE_ENDS = phrases("wrote, at the end");
    private static final List<String> WROTE_WITHIN = phrases("wrote, within");
    private static final List<String> BEGINS = phrases("begins");

    private Phrasebook() {}

    private static List<String> phrases(String section) {
        return Objects.requireNonNull(PHRASES.get(section), section);
    }

    private static Map<String, List<String>> read() {
        var all = new HashMap<String, List<String>>();
        var section = new ArrayList<String>();
        for (var line : lines()) {
            if (line.startsWith("[")) {
                section = new ArrayList<>();
                all.put(line.substring(1, line.indexOf(']')), section);
            } else if (!line.isEmpty() && !line.startsWith("#")) {
                section.add(line.replace('_', ' '));
            }
        }
        return all;
    }

    private static List<String> lines() {
        try (var file = Phrasebook.class.getResourceAsStream("/mail/phrases.txt")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), UTF_8)
                    .lines()
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** A line that could be the first of an attribution: it begins like one, or with a date or an address. */
    static boolean beginsAttribution(String line) {
        if (line.isEmpty() || line.length() > 400) {
            return false;
        }
        var small = line.toLowerCase(Locale.ROOT);
        return Character.isDigit(small.charAt(0))
                || small.charAt(0) == '"'
                || small.startsWith("в ")
                || small.charAt(0) == '在'
                || small.contains("@") && small.contains(":")
                || BEGINS.stream().anyMatch(small::startsWith)
                || WROTE_WITHIN.stream().anyMatch(small::contains)
                || isAttribution(line);
    }

    /** Does it say that somebody wrote something at some time? */
    static boolean isAttribution(String line) {
        var small = line.replace('\u00a0', ' ').toLowerCase(Locale.ROOT);
        if (!small.endsWith(":") && !small.endsWith("：")) {
            return false;
        }
        var ends = WROTE_ENDS.stream().anyMatch(small::endsWith);
        var within = WROTE_WITHIN.stream().anyMatch(small::contains);
        return (ends || within) && (hasDigit(small) || small.contains("@"));
    }

    /** Does it name a time and an address, and end in a colon? */
    static boolean isDateline(String line) {
        return line.endsWith(":") && line.length() < 400 && line.contains("@") && hasDigit(line);
    }

    private static boolean hasDigit(String text) {
        return text.chars().anyMatch(Character::isDigit);
    }

    /** Is it a header line as programs write them into a text? */
    static boolean isLabel(String line) {
        return isLabel(line, FROM) || isLabel(line, OTHER);
    }

    /** Is it one of these names? */
    static boolean isLabel(String line, Set<String> names) {
        var bare = line.replace("*", "").replace('\u00a0', ' ').strip();
        var colon = firstColon(bare);
        return colon > 0
                && colon < 24
                && names.contains(bare.substring(0, colon).strip().toLowerCase(Locale.ROOT));
    }

    private static int firstColon(String line) {
        var narrow = line.indexOf(':');
        var wide = line.indexOf('：');
        return narrow < 0 || wide >= 0 && wide < narrow ? wide : narrow;
    }
}
