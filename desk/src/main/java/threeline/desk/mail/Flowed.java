package threeline.desk.mail;

/** Lines that a program broke softly, joined again (RFC 3676). */
final class Flowed {

    private Flowed() {}

    static String joined(String text, boolean spaceGoes) {
        var joined = new StringBuilder(text.length());
        var open = false;
        var depth = 0;
        for (var raw : text.split("\r?\n", -1)) {
            var quotes = quotes(raw);
            var line = unstuffed(raw.substring(quotes));
            if (open && quotes == depth && !isSignature(line)) {
                joined.setLength(joined.length() - 1); // the line break
                joined.append(line);
            } else {
                joined.append(quotes > 0 ? ">".repeat(quotes) + " " : "").append(line);
            }
            open = line.endsWith(" ") && !isSignature(line);
            depth = quotes;
            if (open && spaceGoes) {
                joined.setLength(joined.length() - 1);
            }
            joined.append('\n');
        }
        return joined.toString();
    }

    private static int quotes(String line) {
        var at = 0;
        while (at < line.length() && line.charAt(at) == '>') {
            at++;
        }
        return at;
    }

    private static String unstuffed(String line) {
        return line.startsWith(" ") ? line.substring(1) : line;
    }

    private static boolean isSignature(String line) {
        return line.equals("-- ");
    }
}
