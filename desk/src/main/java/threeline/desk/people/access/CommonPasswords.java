package threeline.desk.people.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Locale;
import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.stereotype.Component;

/**
 * Knows the passwords that are tried first: 28,000 that were found in breaches, each as the first four bytes of its
 * SHA-256, in order (docs/decisions/0110).
 */
@Component
class CommonPasswords {

    private static final int SHORTEST = 6;

    private final int[] known;

    CommonPasswords() {
        try (var file = CommonPasswords.class.getResourceAsStream("/people/common-passwords.bin")) {
            if (file == null) {
                throw new IllegalStateException("common-passwords.bin is not on the class path");
            }
            var all = ByteBuffer.wrap(file.readAllBytes()).asIntBuffer();
            known = new int[all.remaining()];
            all.get(known);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Whether it is one of them, as it stands or with what people append so that it is none. */
    boolean contain(String password) {
        var plain = password.toLowerCase(Locale.ROOT);
        var root = plain.replaceFirst("^[^\\p{L}]+(?=\\p{L})", "").replaceFirst("(?<=\\p{L})[^\\p{L}]+$", "");
        return isKnown(plain) || root.length() >= SHORTEST && isKnown(root) || isRow(plain);
    }

    private boolean isKnown(String word) {
        return Arrays.binarySearch(known, head(word)) >= 0;
    }

    /** One character again and again, or each the next of the one before: aaaaaaaaaa, 34567890. */
    private static boolean isRow(String word) {
        var steps = word.chars().toArray();
        var step = steps.length < 2 ? 0 : steps[1] - steps[0];
        for (var i = 1; i < steps.length; i++) {
            if (steps[i] - steps[i - 1] != step) {
                return false;
            }
        }
        return Math.abs(step) <= 1;
    }

    private static int head(String word) {
        return ByteBuffer.wrap(DigestUtils.sha256(word)).getInt();
    }
}
