package threeline.desk.people.access;

import java.io.ByteArrayOutputStream;
import java.time.Instant;

/** An authenticator: shows the code of now, for the secret that was typed into it. */
public final class Codes {

    private Codes() {}

    public static String at(String typed, Instant now) {
        return Totp.code(bytes(typed), now.getEpochSecond() / 30, Totp.DIGITS);
    }

    private static byte[] bytes(String typed) {
        var bytes = new ByteArrayOutputStream();
        var buffer = 0;
        var bits = 0;
        for (var letter : typed.toCharArray()) {
            buffer = buffer << 5 | "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter);
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes.write(buffer >> bits);
            }
        }
        return bytes.toByteArray();
    }
}
