package threeline.desk.mail;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Bytes to text, whatever charset they claim: the claimed one where it is known, else what they look like. */
final class Charsets {

    private static final Charset WESTERN = Charset.forName("windows-1252");

    private Charsets() {}

    static String decode(byte[] bytes, @Nullable String claimed) {
        var charset = claimed == null ? null : lookup(claimed);
        if (charset == null || charset.equals(StandardCharsets.US_ASCII) || charset.equals(StandardCharsets.UTF_8)) {
            return utf8OrWestern(bytes);
        }
        return new String(bytes, charset.equals(StandardCharsets.ISO_8859_1) ? WESTERN : charset);
    }

    private static @Nullable Charset lookup(String name) {
        try {
            var charset = Charset.forName(name.strip());
            return charset.canEncode() ? charset : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static String utf8OrWestern(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, WESTERN);
        }
    }
}
