package threeline.desk.mail;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;

/** A header field made readable: unfolded, and its encoded words decoded, where that does not change its meaning. */
final class FieldText {

    /** In these, words are decoded only after the addresses or parameters have been told apart. */
    private static final Set<String> STRUCTURED = Set.of(
            "from",
            "to",
            "cc",
            "bcc",
            "reply-to",
            "sender",
            "content-type",
            "content-disposition",
            "content-transfer-encoding");

    /** Nobody writes as many encoded words. */
    private static final int LONGEST = 32 * 1024;

    private FieldText() {}

    static Headers.Field of(String name, byte[] raw) {
        var line = Charsets.decode(raw, null);
        var value = unfold(line.substring(line.indexOf(':') + 1));
        return new Headers.Field(
                name, STRUCTURED.contains(name.toLowerCase(java.util.Locale.ROOT)) ? value : words(value));
    }

    /** Decodes encoded words; what can't be decoded stays as it was written. */
    static String words(String value) {
        if (!value.contains("=?") || value.length() > LONGEST) {
            return value;
        }
        try {
            return DecoderUtil.decodeEncodedWords(value, DecodeMonitor.SILENT, StandardCharsets.UTF_8);
        } catch (RuntimeException e) {
            return value;
        }
    }

    private static String unfold(String value) {
        return value.replace("\r\n", "").replace('\r', ' ').replace('\n', ' ').strip();
    }
}
