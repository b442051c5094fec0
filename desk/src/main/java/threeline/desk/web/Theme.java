package threeline.desk.web;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Light or dark: as the system has it, unless its person said otherwise. */
public enum Theme {
    SYSTEM,
    LIGHT,
    DARK;

    /** As it stands in the cookie and on the page. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Theme of(@Nullable String word) {
        for (var theme : values()) {
            if (theme.word().equals(word)) {
                return theme;
            }
        }
        return SYSTEM;
    }
}
