package threeline.desk.people;

import java.util.Locale;

/** Languages by name: {@code de} is German. */
public final class Languages {

    private Languages() {}

    public static String name(String tag) {
        var name = Locale.forLanguageTag(tag).getDisplayName(Locale.ENGLISH);
        return name.isBlank() ? tag : name;
    }
}
