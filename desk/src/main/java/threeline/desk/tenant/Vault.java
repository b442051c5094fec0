package threeline.desk.tenant;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;
import org.springframework.stereotype.Component;

/**
 * Locks secrets that the database keeps and that have to be read again, by a key that is not in the database. What was
 * locked for one tenant and one purpose opens for no other.
 */
@Component
public class Vault {

    private static final byte FIRST_KIND = 1;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final VaultKey key;
    private final SecureRandom random = new SecureRandom();

    Vault(VaultKey key) {
        this.key = key;
    }

    /** {@code purpose} says what it is a secret of, such as {@code "inbox"}, and must be given again to open it. */
    public byte[] lock(String purpose, String secret) {
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        var locked = cipher(Cipher.ENCRYPT_MODE, purpose, nonce, secret.getBytes(StandardCharsets.UTF_8));
        return ByteBuffer.allocate(1 + NONCE_BYTES + locked.length)
                .put(FIRST_KIND)
                .put(nonce)
                .put(locked)
                .array();
    }

    public String open(String purpose, byte[] locked) {
        if (locked.length <= NONCE_BYTES || locked[0] != FIRST_KIND) {
            throw new CannotOpen("it was not locked here");
        }
        var nonce = Arrays.copyOfRange(locked, 1, 1 + NONCE_BYTES);
        var secret =
                cipher(Cipher.DECRYPT_MODE, purpose, nonce, Arrays.copyOfRange(locked, 1 + NONCE_BYTES, locked.length));
        return new String(secret, StandardCharsets.UTF_8);
    }

    private byte[] cipher(int mode, String purpose, byte[] nonce, byte[] text) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(ours(), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(purpose.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new CannotOpen("it was locked with another key, or for another purpose", e);
        }
    }

    /** The current tenant's own key. */
    private byte[] ours() {
        return new HmacUtils(HmacAlgorithms.HMAC_SHA_256, key.bytes())
                .hmac("vault " + Tenant.current().id());
    }

    /** A secret that can't be read; most likely the vault's key was lost or changed. */
    public static final class CannotOpen extends RuntimeException {

        CannotOpen(String why) {
            super("a secret cannot be opened: " + why);
        }

        CannotOpen(String why, Throwable cause) {
            super("a secret cannot be opened: " + why, cause);
        }
    }
}
