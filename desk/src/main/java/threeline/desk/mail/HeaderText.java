package threeline.desk.mail;

/** What may stand in a header: no line ends, no NUL, no other control, so that a value can never become a header. */
final class HeaderText {

    private HeaderText() {}

    static String refuseControls(String value) {
        if (value.chars().anyMatch(HeaderText::isControl)) {
            throw new IllegalArgumentException("a control character in a mail header: " + withoutControls(value));
        }
        return value;
    }

    /** For what others wrote: controls become spaces, runs of spaces one. */
    static String withoutControls(String value) {
        var text = new StringBuilder(value.length());
        value.codePoints()
                .map(c -> isControl(c) || c == 0xFFFE || c == 0xFFFF || isLoneSurrogate(c) ? ' ' : c)
                .filter(c -> c != ' ' || (!text.isEmpty() && text.charAt(text.length() - 1) != ' '))
                .forEach(text::appendCodePoint);
        return text.toString().strip();
    }

    private static boolean isControl(int c) {
        return Character.isISOControl(c);
    }

    private static boolean isLoneSurrogate(int c) {
        return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    }
}
