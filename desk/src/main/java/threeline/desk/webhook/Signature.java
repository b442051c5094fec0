package threeline.desk.webhook;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;

/** How what we tell is signed: HMAC-SHA-256 over id, time and body, as Standard Webhooks has it. */
final class Signature {

    private static final String PREFIX = "whsec_";
    private static final int BYTES = 32;

    private Signature() {}

    static String freshSecret() {
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return PREFIX + Base64.getEncoder().encodeToString(bytes);
    }

    static String of(String secret, UUID message, Instant at, String payload) {
        var key = Base64.getDecoder().decode(secret.substring(PREFIX.length()));
        var signed = "%s.%d.%s".formatted(id(message), at.getEpochSecond(), payload);
        return "v1," + Base64.getEncoder().encodeToString(new HmacUtils(HmacAlgorithms.HMAC_SHA_256, key).hmac(signed));
    }

    static String id(UUID message) {
        return "msg_" + message.toString().replace("-", "");
    }
}
