package threeline.desk.mail;

import java.net.InetAddress;

/** A stretch of internet addresses, such as {@code 192.0.2.0/24} or {@code ::1}. */
public record Network(byte[] start, int bits) {

    public static Network parse(String text) {
        var slash = text.indexOf('/');
        var start = bytes(slash < 0 ? text.strip() : text.substring(0, slash).strip());
        var bits = slash < 0
                ? start.length * Byte.SIZE
                : Integer.parseInt(text.substring(slash + 1).strip());
        if (start.length == 0 || bits < 0 || bits > start.length * Byte.SIZE) {
            throw new IllegalArgumentException("not a network: " + text);
        }
        return new Network(start, bits);
    }

    public boolean has(String address) {
        var other = bytes(address);
        if (other.length != start.length) {
            return false;
        }
        for (var bit = 0; bit < bits; bit++) {
            var mask = 0x80 >> (bit % Byte.SIZE);
            if (((start[bit / Byte.SIZE] ^ other[bit / Byte.SIZE]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }

    /** Of a literal address; none for anything else, and no server is ever asked. */
    private static byte[] bytes(String address) {
        if (!address.matches("[0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*")) {
            return new byte[0];
        }
        try {
            return InetAddress.ofLiteral(address).getAddress();
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }
}
