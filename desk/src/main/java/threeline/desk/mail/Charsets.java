package threeline.desk.mail;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Bytes to text, whatever charset they claim: the claimed one where it is known, else what they look like. */
final class Charsets {

    private static final Charset WESTERN = Charset.forName("windows-1252");

    private static final Set<String> UTF_7 = Set.of("utf-7", "unicode-1-1-utf-7", "x-unicode-2-0-utf-7");

    private Charsets() {}

    static String decode(byte[] bytes, @Nullable String claimed) {
        if (claimed != null && UTF_7.contains(claimed.strip().toLowerCase(Locale.ROOT)) && Utf7.mayBe(bytes)) {
            return Utf7.decode(bytes);
        }
        var charset = claimed == null ? null : lookup(claimed);
        if (charset == null || charset.equals(StandardCharsets.US_ASCII) || charset.equals(StandardCharsets.UTF_8)) {
            return utf8OrWestern(bytes);
        }
        return new String(bytes, charset.equals(StandardCharsets.ISO_8859_1) ? WESTERN : charset);
    }

    /** Many programs name a charset and use the larger one that grew out of it. */
    private static final Map<String, String> LARGER = Map.of(
            "gb2312", "GB18030",
            "gbk", "GB18030",
            "ks_c_5601-1987", "MS949",
            "euc-kr", "MS949",
            "shift_jis", "windows-31j",
            "iso-8859-9", "windows-1254",
            "tis-620", "x-windows-874",
            "x-sjis", "windows-31j",
            "iso-8859-8-i", "iso-8859-8",
            "cp-850", "IBM850");

    private static @Nullable Charset lookup(String claimed) {
        try {
            var name = claimed.strip().toLowerCase(Locale.ROOT);
            var charset = Charset.forName(LARGER.getOrDefault(name, name));
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
