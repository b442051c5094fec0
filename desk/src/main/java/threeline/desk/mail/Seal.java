package threeline.desk.mail;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;

/** Seals what a mail is about to the one person it goes to, so that knowing a ticket's number opens nothing. */
record Seal(UUID tenant, int id, byte[] secret, Instant madeAt) {

    /** Ids stand in the seal as one letter. */
    static final int MOST = 32;

    static final Duration MAKES_FOR = Duration.ofDays(365);
    static final Duration OPENS_FOR = Duration.ofDays(3 * 365);

    private static final int BYTES = 16;
    private static final int PLAIN = 26;
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz234567";

    ReplyKey key(String about, String recipient) {
        var letter = id == 0 ? "" : LETTERS.substring(id, id + 1);
        return new ReplyKey(about, letter + base32(mac(about, recipient)));
    }

    /** Which of a desk's seals a key was made with. */
    static int idOf(ReplyKey key) {
        return key.seal().length() == PLAIN ? 0 : LETTERS.indexOf(key.seal().charAt(0));
    }

    boolean makes(Instant now) {
        return now.isBefore(madeAt.plus(MAKES_FOR));
    }

    boolean opens(Instant now) {
        return now.isBefore(madeAt.plus(OPENS_FOR));
    }

    /** Takes the same time whether the seal is right at its start or nowhere. */
    boolean fits(ReplyKey key, String recipient) {
        var expected = key(key.about(), recipient).seal();
        return MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.US_ASCII), key.seal().getBytes(StandardCharsets.US_ASCII));
    }

    private byte[] mac(String about, String recipient) {
        var sealed = "%s\n%s\n%s".formatted(tenant, about.toLowerCase(Locale.ROOT), MailAddress.normal(recipient));
        return Arrays.copyOf(new HmacUtils(HmacAlgorithms.HMAC_SHA_256, secret).hmac(sealed), BYTES);
    }

    /** Letters that survive programs which change the case of addresses. */
    private static String base32(byte[] bytes) {
        var text = new StringBuilder();
        var buffer = 0;
        var bits = 0;
        for (var value : bytes) {
            buffer = (buffer << 8) | (value & 0xff);
            bits += 8;
            while (bits >= 5) {
                bits -= 5;
                text.append(LETTERS.charAt((buffer >> bits) & 31));
            }
        }
        return text.append(LETTERS.charAt((buffer << (5 - bits)) & 31)).toString();
    }
}
