package threeline.desk.mail;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.james.mime4j.stream.NameValuePair;
import org.apache.james.mime4j.stream.ParserCursor;
import org.apache.james.mime4j.stream.RawFieldParser;
import org.apache.james.mime4j.util.ContentUtil;
import org.apache.james.mime4j.util.MimeParameterMapping;
import org.jspecify.annotations.Nullable;

/** What one part says of itself: its type, its charset, whether it is a file and what that is called. */
final class PartHeader {

    private static final int LONGEST_NAME = 200;

    private final Map<String, String> disposition = new HashMap<>();
    private final Map<String, String> type = new HashMap<>();

    private @Nullable String id;

    void add(Headers.Field field) {
        switch (field.name().toLowerCase(Locale.ROOT)) {
            case "content-disposition" -> read(field.value(), disposition);
            case "content-type" -> read(field.value(), type);
            case "content-id" ->
                id = Sent.ids(field.value()).stream().findFirst().orElse(null);
            default -> {}
        }
    }

    /** The type without its parameters, or {@code otherwise} where none is given or what is given is no type. */
    String type(String otherwise) {
        var given = type.getOrDefault("", otherwise).toLowerCase(Locale.ROOT).strip();
        return given.matches("[a-z0-9!#$&^_.+-]{1,100}/[a-z0-9!#$&^_.+-]{1,100}") ? given : otherwise;
    }

    @Nullable
    String charset() {
        return type.get("charset");
    }

    /** Are its lines broken softly, and does the space at their ends go (RFC 3676)? */
    boolean isFlowed() {
        return type.getOrDefault("format", "").strip().equalsIgnoreCase("flowed");
    }

    boolean dropsSpaces() {
        return type.getOrDefault("delsp", "").strip().equalsIgnoreCase("yes");
    }

    boolean isFile() {
        return disposition.getOrDefault("", "").equalsIgnoreCase("attachment") || name() != null;
    }

    /** What the HTML beside it calls it by. */
    @Nullable
    String contentId() {
        return id;
    }

    /** A name without folders, controls or marks that turn the writing around. */
    String fileName(String mimeType, int number) {
        var given = name();
        var name = given == null ? "" : FileNames.clean(given);
        if (name.isEmpty()) {
            name = switch (mimeType) {
                case "message/rfc822" -> "message-%d.eml".formatted(number);
                case "text/calendar" -> "invitation-%d.ics".formatted(number);
                default -> "attachment-" + number;
            };
        }
        return name.length() > LONGEST_NAME ? name.substring(name.length() - LONGEST_NAME) : name;
    }

    private @Nullable String name() {
        var name = disposition.get("filename");
        return name == null ? type.get("name") : name;
    }

    private static void read(String value, Map<String, String> into) {
        var bytes = ContentUtil.encode(StandardCharsets.UTF_8, value);
        var body = RawFieldParser.DEFAULT.parseRawBody(bytes, new ParserCursor(0, bytes.length()));
        var parameters = new MimeParameterMapping();
        for (NameValuePair pair : body.getParams()) {
            if (pair.getValue() != null) {
                parameters.addParameter(pair.getName().toLowerCase(Locale.ROOT), pair.getValue());
            }
        }
        into.put("", body.getValue() == null ? "" : body.getValue());
        parameters.getParameters().forEach((name, text) -> into.put(name, FieldText.words(Mojibake.undone(text))));
    }
}
