package threeline.desk.people.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import threeline.desk.people.Agent;
import threeline.desk.tenant.Tenant;

/** What a browser is told to ask of a device, in WebAuthn's own words. */
public final class PasskeyWish {

    private static final int PATIENCE_MILLIS = 120_000;

    private PasskeyWish() {}

    /** A new key, that stays in the device and asks who is there before it signs. */
    public static Map<String, Object> toMake(Agent agent, Party party, byte[] challenge, List<Passkey> known) {
        return Map.of(
                "challenge", base64(challenge),
                "rp", Map.of("id", party.host(), "name", Tenant.current().name()),
                "user", Map.of("id", base64(handle(agent)), "name", agent.email(), "displayName", agent.name()),
                "pubKeyCredParams",
                        PasskeyDoor.ALGORITHMS.stream()
                                .map(it -> Map.of("type", "public-key", "alg", it.getValue()))
                                .toList(),
                "authenticatorSelection", Map.of("residentKey", "required", "userVerification", "required"),
                "excludeCredentials",
                        known.stream().map(PasskeyWish::descriptor).toList(),
                "attestation", "none",
                "timeout", PATIENCE_MILLIS);
    }

    /** A signature with any key that the device has for this host. */
    public static Map<String, Object> toSign(Party party, byte[] challenge) {
        return Map.of(
                "challenge",
                base64(challenge),
                "rpId",
                party.host(),
                "userVerification",
                "required",
                "timeout",
                PATIENCE_MILLIS);
    }

    /** By what a device knows whose key it is; it names the desk, since one person may work at several. */
    static byte[] handle(Agent agent) {
        return "%s %d".formatted(Tenant.current().id(), agent.id().value()).getBytes(UTF_8);
    }

    private static Map<String, String> descriptor(Passkey it) {
        return Map.of("type", "public-key", "id", base64(HexFormat.of().parseHex(it.id())));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
