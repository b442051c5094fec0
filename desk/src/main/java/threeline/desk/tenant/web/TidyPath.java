package threeline.desk.tenant.web;

import java.util.regex.Pattern;

/** A path that every reader of it understands alike: no parameters, no dots to climb by, no hidden or doubled slashes. */
final class TidyPath {

    private static final Pattern SEGMENTS = Pattern.compile("/|(/([A-Za-z0-9._~!$&'()*+,=:@-]|%[0-9A-Fa-f]{2})+)+/?");
    private static final Pattern TRICKS =
            Pattern.compile("/\\.{1,2}(/|$)|%2f|%5c|%2e|%3b|%25|%[01][0-9a-f]|%7f", Pattern.CASE_INSENSITIVE);

    private TidyPath() {}

    static boolean is(String path) {
        return SEGMENTS.matcher(path).matches() && !TRICKS.matcher(path).find();
    }

    /** What stands before the second slash: {@code procurement} of {@code /procurement/queue}. */
    static String first(String path) {
        var end = path.indexOf('/', 1);
        return end < 0 ? path.substring(1) : path.substring(1, end);
    }
}
