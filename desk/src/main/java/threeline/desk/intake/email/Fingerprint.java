package threeline.desk.intake.email;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.codec.digest.DigestUtils;
import threeline.desk.content.Content;

/** What a mail says, as a digest: the same however often and by whatever way it was delivered. */
final class Fingerprint {

    /** Lines that servers on the way add. */
    private static final Set<String> TRACE =
            Set.of("received", "return-path", "delivered-to", "x-original-to", "envelope-to", "delivery-date");

    private static final int LONGEST_NAME = 20;

    /** No header is longer. */
    private static final int LONGEST_HEADER = 1024 * 1024;

    private Fingerprint() {}

    static byte[] of(Content mail) {
        var digest = DigestUtils.getSha256Digest();
        var beginning = mail.beginning(LONGEST_HEADER);
        var header = addHeader(beginning, digest);
        digest.update(beginning, header, beginning.length - header);
        if (mail.size() > beginning.length) {
            try (var in = mail.open()) {
                in.skipNBytes(beginning.length);
                DigestUtils.updateDigest(digest, in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return digest.digest();
    }

    /** Without lines of the way; says where it ends. */
    private static int addHeader(byte[] raw, MessageDigest digest) {
        var at = 0;
        var traced = false;
        while (at < raw.length) {
            var end = endOfLine(raw, at);
            if (isBlank(raw, at, end)) {
                break;
            }
            traced = isContinued(raw[at]) ? traced : TRACE.contains(name(raw, at, end));
            if (!traced) {
                digest.update(raw, at, end - at);
            }
            at = end;
        }
        return at;
    }

    private static int endOfLine(byte[] raw, int from) {
        for (var at = from; at < raw.length; at++) {
            if (raw[at] == '\n') {
                return at + 1;
            }
        }
        return raw.length;
    }

    private static boolean isBlank(byte[] raw, int from, int end) {
        return end - from <= 2 && (raw[from] == '\r' || raw[from] == '\n');
    }

    private static boolean isContinued(byte first) {
        return first == ' ' || first == '\t';
    }

    private static String name(byte[] raw, int from, int end) {
        for (var at = from; at < Math.min(end, from + LONGEST_NAME); at++) {
            if (raw[at] == ':') {
                return new String(raw, from, at - from, StandardCharsets.US_ASCII).toLowerCase(Locale.ROOT);
            }
        }
        return "";
    }
}
