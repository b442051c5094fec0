package threeline.desk.mail;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What of a mail can be read in more than one way, gathered while its parts go by. */
final class Ambiguities {

    private static final Set<String> SAID_ONCE = Set.of(
            "content-type",
            "content-transfer-encoding",
            "content-disposition",
            "mime-version",
            "from",
            "subject",
            "date");

    private static final Set<String> ENCODINGS = Set.of("7bit", "8bit", "binary", "quoted-printable", "base64");
    private static final Set<String> AS_IT_IS = Set.of("7bit", "8bit", "binary");
    private static final String TOKEN = "[!#$%&'*+\\-.0-9A-Z^_`a-z{|}~]+";
    private static final Pattern TYPE = Pattern.compile("\\s*(%s)(/%s)?\\s*(?:;|$)".formatted(TOKEN, TOKEN));
    private static final Pattern PARAMETER =
            Pattern.compile("\\s*(?:(%s)=(?:\"((?:[^\"\\\\]|\\\\.)*+)\"|(%s)))?\\s*(?:;|$)".formatted(TOKEN, TOKEN));
    private static final Pattern BOUNDARY =
            Pattern.compile("[0-9A-Za-z'()+_,\\-./:=? ]{0,69}[0-9A-Za-z'()+_,\\-./:=?]");
    private static final int LONGEST = 4_000;

    private final EnumSet<Ambiguity> found = EnumSet.noneOf(Ambiguity.class);
    private final Deque<String> boundaries = new ArrayDeque<>();
    private final Set<String> said = new HashSet<>();
    private int fields;
    private String encoding = "7bit";
    private String type = "text/plain";

    Set<Ambiguity> found() {
        return found;
    }

    void add(Ambiguity one) {
        found.add(one);
    }

    /** A line of a header that is none; the parser says so of each part, too, that has no header at all. */
    void oddField() {
        if (fields > 0) {
            found.add(Ambiguity.ODD_FIELD);
        }
    }

    /** Another part begins. */
    void part() {
        fields = 0;
        said.clear();
        encoding = "7bit";
        type = "text/plain";
    }

    /** A field of the part's header: how it was written before its colon, and its value, unfolded. */
    void field(String written, String value) {
        fields++;
        var name = written.strip().toLowerCase(Locale.ROOT);
        if (!written.equals(written.strip()) && name.startsWith("content-")) {
            found.add(Ambiguity.ODD_FIELD);
        }
        if (SAID_ONCE.contains(name) && !said.add(name) && name.startsWith("content-")) {
            found.add(Ambiguity.SAID_TWICE);
        }
        switch (name) {
            case "content-type" -> type(value);
            case "content-transfer-encoding" -> encoding = value.strip().toLowerCase(Locale.ROOT);
            case "content-disposition" -> parameters(value, "");
            default -> {}
        }
    }

    private void type(String value) {
        var start = TYPE.matcher(value);
        if (value.length() > LONGEST || !start.lookingAt() || start.group(2) == null) {
            found.add(Ambiguity.MALFORMED_TYPE);
            return;
        }
        type = (start.group(1) + start.group(2)).toLowerCase(Locale.ROOT);
        parameters(value, type);
    }

    private void parameters(String value, String of) {
        var start = TYPE.matcher(value);
        if (!start.lookingAt()) {
            return;
        }
        var names = new HashSet<String>();
        var next = PARAMETER.matcher(value);
        var at = start.end();
        var boundary = false;
        while (at < value.length() && next.region(at, value.length()).lookingAt() && next.end() > at) {
            at = next.end();
            if (next.group(1) != null) {
                var name = next.group(1).toLowerCase(Locale.ROOT);
                if (!names.add(name)) {
                    found.add(Ambiguity.PARAMETER_TWICE);
                }
                if (name.startsWith("boundary")) {
                    boundary = true;
                    boundary(name, next.group(2) == null ? next.group(3) : next.group(2), of);
                }
            }
        }
        if (at < value.length() && of.startsWith("multipart/")) {
            found.add(Ambiguity.MALFORMED_TYPE);
        }
        if (!boundary && of.startsWith("multipart/")) {
            found.add(Ambiguity.NO_BOUNDARY);
        }
    }

    private void boundary(String name, String text, String of) {
        if (of.startsWith("multipart/")
                && (!name.equals("boundary")
                        || text.contains("=?")
                        || !BOUNDARY.matcher(text).matches())) {
            found.add(Ambiguity.ENCODED_BOUNDARY);
        }
    }

    /** All of the part's header has gone by. */
    void endOfHeader() {
        var divided = type.startsWith("multipart/") || type.startsWith("message/");
        if (!(divided ? AS_IT_IS : ENCODINGS).contains(encoding)) {
            found.add(Ambiguity.ODD_ENCODING);
        }
    }

    /** Parts of a part follow. */
    void open(String boundary) {
        for (var around : boundaries) {
            if (around.startsWith(boundary) || boundary.startsWith(around)) {
                found.add(Ambiguity.NEAR_BOUNDARY);
            }
        }
        boundaries.push(boundary);
    }

    void close() {
        boundaries.pop();
    }
}
