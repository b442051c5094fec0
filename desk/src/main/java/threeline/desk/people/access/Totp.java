package threeline.desk.people.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;

/** Codes that follow from a secret and the time, as authenticators show them (RFC 6238: HMAC-SHA-1, 30 seconds). */
final class Totp {

    static final int DIGITS = 6;
    static final int SECRET_BYTES = 20;
    private static final Duration STEP = Duration.ofSeconds(30);
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private Totp() {}

    /** The step whose code this is, among now, the one before and the one after; none that is not later than the last. */
    static OptionalLong step(byte[] secret, String code, Instant now, long last) {
        var current = now.getEpochSecond() / STEP.toSeconds();
        return LongStream.rangeClosed(current - 1, current + 1)
                .filter(step -> step > last && isSame(code(secret, step, DIGITS), code))
                .findFirst();
    }

    static String code(byte[] secret, long step, int digits) {
        var hash = new HmacUtils(HmacAlgorithms.HMAC_SHA_1, secret)
                .hmac(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
        var number = ByteBuffer.wrap(hash).getInt(hash[hash.length - 1] & 0xf) & Integer.MAX_VALUE;
        return ("%0" + digits + "d").formatted(number % (int) Math.pow(10, digits));
    }

    /** The secret as people type it into an authenticator. */
    static String base32(byte[] secret) {
        var text = new StringBuilder();
        var buffer = 0;
        var bits = 0;
        for (var value : secret) {
            buffer = buffer << 8 | value & 0xff;
            bits += 8;
            while (bits >= 5) {
                bits -= 5;
                text.append(LETTERS.charAt(buffer >> bits & 31));
            }
        }
        return bits == 0
                ? text.toString()
                : text.append(LETTERS.charAt(buffer << 5 - bits & 31)).toString();
    }

    private static boolean isSame(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(UTF_8), other.getBytes(UTF_8));
    }
}
