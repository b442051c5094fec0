package threeline.desk.contract.web;

import java.util.regex.Pattern;

/** A line of a charter: what stands before its first key, the key, the rest, and a remark. */
public record CharterLine(String indent, String key, String rest, String remark) {

    private static final Pattern PARTS =
            Pattern.compile("^(\\s*(?:- )?)([A-Za-z0-9_.-]+:(?=\\s|$))?((?:[^#\"]|\"[^\"]*\"|(?<=\\S)#)*)(.*)$");

    static CharterLine of(String line) {
        var parts = PARTS.matcher(line);
        if (!parts.matches()) {
            return new CharterLine("", "", line, "");
        }
        var key = parts.group(2);
        return new CharterLine(parts.group(1), key == null ? "" : key, parts.group(3), parts.group(4));
    }
}
