package threeline.desk.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.apache.commons.codec.digest.DigestUtils;

/** A link's hash: of its own matter, each part with its length before it, and of the hash of the link before. */
public record Hash(String hex) {

    private static final String DOMAIN = "threeline audit 1";

    /** Before the first line of a desk stands this. */
    static final Hash NONE = new Hash("0".repeat(64));

    /** The parts of a link that its hash covers. */
    record Matter(UUID tenant, long seq, Instant at, List<String> parts, Hash words) {}

    static Hash of(Matter matter, Hash before) {
        var sha = DigestUtils.getSha256Digest();
        part(sha, DOMAIN.getBytes(UTF_8));
        part(sha, matter.tenant().toString().getBytes(UTF_8));
        part(sha, ByteBuffer.allocate(Long.BYTES).putLong(matter.seq()).array());
        part(sha, matter.at().truncatedTo(ChronoUnit.MICROS).toString().getBytes(UTF_8));
        matter.parts().forEach(it -> part(sha, it.getBytes(UTF_8)));
        part(sha, matter.words().bytes());
        part(sha, before.bytes());
        return of(sha.digest());
    }

    /** The salt keeps short words from being guessed out of their hash once they are taken away. */
    static Hash ofWords(byte[] salt, String words) {
        var sha = DigestUtils.getSha256Digest();
        part(sha, salt);
        part(sha, words.getBytes(UTF_8));
        return of(sha.digest());
    }

    /** Of these lines, by their numbers. */
    static Hash ofLines(List<Long> lines) {
        var sha = DigestUtils.getSha256Digest();
        lines.forEach(
                it -> part(sha, ByteBuffer.allocate(Long.BYTES).putLong(it).array()));
        return of(sha.digest());
    }

    static Hash of(byte[] bytes) {
        return new Hash(HexFormat.of().formatHex(bytes));
    }

    byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }

    private static void part(MessageDigest sha, byte[] part) {
        sha.update(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).array());
        sha.update(part);
    }
}
