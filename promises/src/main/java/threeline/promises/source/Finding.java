package threeline.promises.source;

import java.util.Comparator;

/** Something a file can't mean or a charter can't keep: where, what, what it means for people, and how to mend it. */
public record Finding(
        String file, Place at, Level level, Code code, String message, String consequence, String remedy) {

    /** Errors first, then in the order of the file. */
    public static final Comparator<Finding> ORDER = Comparator.comparing(Finding::level)
            .thenComparing(Finding::file)
            .thenComparing(Finding::at)
            .thenComparing(Finding::code)
            .thenComparing(Finding::message);

    public boolean isError() {
        return level == Level.ERROR;
    }

    /** {@code FILE:LINE:COLUMN error|warning code message} */
    @Override
    public String toString() {
        return "%s:%s %s %s %s".formatted(file, at, level, code, message);
    }
}
