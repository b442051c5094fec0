package threeline.desk.mail;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** UTF-7 (RFC 2152), which Java does not know and old programs still write: {@code +} begins what stands in base64. */
final class Utf7 {

    private Utf7() {}

    /** All of it is seven bits wide. */
    static boolean mayBe(byte[] bytes) {
        for (var b : bytes) {
            if (b < 0) {
                return false;
            }
        }
        return true;
    }

    /** What is broken is left out, and nothing else. */
    static String decode(byte[] bytes) {
        var text = new StringBuilder(bytes.length);
        var at = 0;
        while (at < bytes.length) {
            var c = (char) (bytes[at++] & 0xff);
            if (c != '+') {
                text.append(c);
            } else {
                var end = end(bytes, at);
                text.append(end == at ? "+" : shifted(bytes, at, end));
                at = end < bytes.length && bytes[end] == '-' ? end + 1 : end;
            }
        }
        return text.toString();
    }

    private static int end(byte[] bytes, int from) {
        var at = from;
        while (at < bytes.length && isBase64(bytes[at])) {
            at++;
        }
        return at;
    }

    private static boolean isBase64(byte b) {
        return b >= 'A' && b <= 'Z' || b >= 'a' && b <= 'z' || b >= '0' && b <= '9' || b == '+' || b == '/';
    }

    private static String shifted(byte[] bytes, int from, int end) {
        var whole = new ByteArrayOutputStream(end - from);
        whole.write(bytes, from, (end - from) % 4 == 1 ? end - from - 1 : end - from); // one alone means nothing
        var utf16 = Base64.getDecoder().decode(whole.toByteArray());
        return new String(utf16, 0, utf16.length & ~1, StandardCharsets.UTF_16BE);
    }
}
