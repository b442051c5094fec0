package threeline.desk.ticket;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;

/** How a store like S3 knows who asks: AWS Signature Version 4, with all of the body signed. */
final class S3Signature {

    private static final String ALGORITHM = "AWS4-HMAC-SHA256";
    private static final String SIGNED = "host;x-amz-content-sha256;x-amz-date";
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private S3Signature() {}

    /** As whom. Never printed. */
    record By(String region, String key, String secret) {

        @Override
        public String toString() {
            return "By[%s]".formatted(key);
        }
    }

    /** What is asked for, and the SHA-256 of what goes with it. */
    record Matter(String method, URI url, byte[] body) {}

    /** The headers that go with it; that of the host goes of itself. */
    static Map<String, String> headers(By by, Matter matter, Instant now) {
        var stamp = STAMP.format(now);
        var body = hex(matter.body());
        var canonical = String.join(
                "\n",
                matter.method(),
                matter.url().getRawPath(),
                "",
                "host:" + host(matter.url()),
                "x-amz-content-sha256:" + body,
                "x-amz-date:" + stamp,
                "",
                SIGNED,
                body);
        var scope = "%s/%s/s3/aws4_request".formatted(stamp.substring(0, 8), by.region());
        var text = String.join("\n", ALGORITHM, stamp, scope, DigestUtils.sha256Hex(canonical));
        return Map.of(
                "x-amz-content-sha256",
                body,
                "x-amz-date",
                stamp,
                "Authorization",
                "%s Credential=%s/%s, SignedHeaders=%s, Signature=%s"
                        .formatted(ALGORITHM, by.key(), scope, SIGNED, hex(hmac(key(by, stamp), text))));
    }

    private static byte[] key(By by, String stamp) {
        var day = hmac(("AWS4" + by.secret()).getBytes(UTF_8), stamp.substring(0, 8));
        return hmac(hmac(hmac(day, by.region()), "s3"), "aws4_request");
    }

    private static String host(URI url) {
        return url.getPort() < 0 ? url.getHost() : url.getHost() + ":" + url.getPort();
    }

    private static byte[] hmac(byte[] key, String text) {
        return new HmacUtils(HmacAlgorithms.HMAC_SHA_256, key).hmac(text);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
