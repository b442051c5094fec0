package threeline.desk.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Tells what somebody wrote from what their mail program put below it. Lines are only compared at their beginning and
 * end, so that no text takes longer than its length.
 */
final class Quotations {

    private static final int LONGEST_LINE = 400;

    /** Nobody writes more above what they quote. */
    private static final int MOST_LINES = 5_000;

    /** An attribution may be broken over so many lines. */
    private static final int MOST_JOINED = 4;

    private final List<String> lines;
    private final List<String> visible = new ArrayList<>();
    private final List<String> quoted = new ArrayList<>();

    private Quotations(List<String> lines) {
        this.lines = lines;
    }

    static boolean isPassedOn(String subject) {
        var start = subject.strip().toLowerCase(Locale.ROOT);
        return Phrasebook.PASSED_ON.stream().anyMatch(start::startsWith);
    }

    static Portions split(String text, boolean passedOn) {
        var it = new Quotations(text.lines().toList());
        it.walk(passedOn);
        var written = new ArrayList<>(it.visible);
        var signature = Signatures.takeFrom(written);
        return new Portions(joined(written), joined(it.quoted), signature);
    }

    private void walk(boolean passedOn) {
        var at = 0;
        while (at < Math.min(lines.size(), MOST_LINES)) {
            if (isQuote(lines.get(at))) {
                quoted.add(lines.get(at++));
            } else if (!passedOn && startsOldMail(at)) {
                quoted.addAll(lines.subList(at, lines.size()));
                return;
            } else {
                var attribution = attributionAt(at);
                if (attribution > 0 && !passedOn && !quoteFollows(at + attribution)) {
                    quoted.addAll(lines.subList(at, lines.size())); // this program marks no lines
                    return;
                }
                var count = attribution > 0 ? attribution : datelineAt(at);
                at = count > 0 ? moved(at, count) : shown(at);
            }
        }
        visible.addAll(lines.subList(at, lines.size()));
    }

    private int moved(int at, int count) {
        quoted.addAll(lines.subList(at, at + count));
        return at + count;
    }

    private int shown(int at) {
        visible.add(lines.get(at));
        return at + 1;
    }

    private static boolean isQuote(String line) {
        return line.startsWith(">") || line.startsWith(" >") || line.startsWith("|>");
    }

    /** A line that says "original message", or a block of header lines as Outlook makes them. */
    private boolean startsOldMail(int at) {
        var line = bare(lines.get(at));
        if (line.length() > LONGEST_LINE) {
            return false;
        }
        var said = line.replaceAll("^[-_= ]{2,}|[-_= ]{2,}$", "")
                .strip()
                .replace("İ", "i")
                .toLowerCase(Locale.ROOT);
        if (line.startsWith("--") && Phrasebook.ORIGINAL.contains(said)) {
            return true;
        }
        var start = line.matches("[_-]{3,}") ? next(at + 1) : at;
        return start >= 0 && Phrasebook.isLabel(lines.get(start), Phrasebook.FROM) && labels(start) >= 3;
    }

    private int labels(int from) {
        var found = 0;
        var end = Math.min(lines.size(), from + 8);
        for (var at = from; at < end && !(lines.get(at).isBlank() && found > 1); at++) {
            found += Phrasebook.isLabel(lines.get(at)) ? 1 : 0;
        }
        return found;
    }

    private int next(int from) {
        for (var at = from; at < Math.min(lines.size(), from + 3); at++) {
            if (!lines.get(at).isBlank()) {
                return at;
            }
        }
        return -1;
    }

    /** Over how many lines, from here on, somebody is said to have written something; 0 where nobody is. */
    private int attributionAt(int at) {
        if (!Phrasebook.beginsAttribution(bare(lines.get(at)))) {
            return 0;
        }
        var joined = new StringBuilder();
        for (var count = 1; count <= MOST_JOINED && at + count <= lines.size(); count++) {
            var line = bare(lines.get(at + count - 1));
            if (line.isEmpty() || joined.length() + line.length() > LONGEST_LINE || count > 1 && isQuote(line)) {
                return 0;
            }
            joined.append(count == 1 ? "" : " ").append(line);
            if (Phrasebook.isAttribution(joined.toString())) {
                return count;
            }
        }
        return 0;
    }

    /** Some programs only name a time and a person, and a colon; that is an attribution if a quotation follows. */
    private int datelineAt(int at) {
        var one = bare(lines.get(at));
        var two = at + 1 < lines.size() ? "%s %s".formatted(one, bare(lines.get(at + 1))) : "";
        if (Phrasebook.isDateline(one) && quoteFollows(at + 1)) {
            return 1;
        }
        return Phrasebook.isDateline(two) && quoteFollows(at + 2) ? 2 : 0;
    }

    private boolean quoteFollows(int at) {
        var next = next(at);
        return next >= 0 && isQuote(lines.get(next));
    }

    private static String bare(String line) {
        return line.replace("*", "")
                .replace('\u00a0', ' ')
                .replace("\u200e", "")
                .strip();
    }

    private static String joined(List<String> lines) {
        return String.join("\n", lines).replaceAll("\n{3,}", "\n\n").strip();
    }
}
