package threeline.desk.ticket.web;

import java.util.regex.Pattern;

/** Names of files as their senders chose them, made fit to be offered to somebody's machine. */
final class FileNames {

    private static final int LONGEST = 200;

    /** What is not seen, or turns around what is; and what means a folder somewhere. */
    private static final Pattern TRICKS = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}\\p{Zl}\\p{Zp}/\\\\:*?\"<>|]+");

    private FileNames() {}

    static String tidy(String name) {
        var plain = TRICKS.matcher(name).replaceAll("_").strip().replaceFirst("^[.]+", "_");
        if (plain.length() > LONGEST) {
            plain = plain.substring(plain.length() - LONGEST); // its end says what it is
        }
        return plain.isBlank() ? "file" : plain;
    }
}
