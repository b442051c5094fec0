package threeline.desk.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;

/** HMAC-SHA-256 as RFC 2104 spells it out, so that our signatures are not checked with themselves. */
final class HmacByHand {

    private static final int BLOCK = 64;

    private HmacByHand() {}

    static String of(String base64Key, String text) {
        try {
            var key = Arrays.copyOf(Base64.getDecoder().decode(base64Key), BLOCK);
            var inner = MessageDigest.getInstance("SHA-256");
            inner.update(padded(key, 0x36));
            var outer = MessageDigest.getInstance("SHA-256");
            outer.update(padded(key, 0x5c));
            return Base64.getEncoder().encodeToString(outer.digest(inner.digest(text.getBytes(UTF_8))));
        } catch (java.security.NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] padded(byte[] key, int with) {
        var padded = key.clone();
        for (var i = 0; i < padded.length; i++) {
            padded[i] ^= (byte) with;
        }
        return padded;
    }
}
