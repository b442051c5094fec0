package threeline.desk.people.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import threeline.desk.people.Agent;
import threeline.desk.tenant.Tenant;

/** What somebody puts into the program or device that shows them codes. */
public record Authenticator(Agent agent, byte[] secret) {

    /** To be typed, in groups of four letters. */
    public String typed() {
        return Totp.base32(secret).replaceAll("(.{4})(?=.)", "$1 ");
    }

    /** To be followed, or read from a picture. */
    public String uri() {
        var desk = encoded(Tenant.current().name());
        return "otpauth://totp/%s:%s?secret=%s&issuer=%s"
                .formatted(desk, encoded(agent.email()), Totp.base32(secret), desk);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }

    @Override
    public String toString() {
        return "Authenticator[…]";
    }
}
