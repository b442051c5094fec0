package threeline.desk.mail;

import java.time.Instant;
import java.util.UUID;

/** A key made with a secret of long ago. */
public final class KeyOfOld {

    private KeyOfOld() {}

    public static ReplyKey key(UUID tenant, int id, byte[] secret, String about, String recipient) {
        return new Seal(tenant, id, secret, Instant.EPOCH).key(about, recipient);
    }
}
