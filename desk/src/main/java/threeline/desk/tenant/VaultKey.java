package threeline.desk.tenant;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * What the vault locks with: {@code threeline.vault.key}, or else a key made up at its first use and kept in {@code
 * vault.key} in {@code threeline.folder}, readable by its owner alone.
 */
@Component
class VaultKey {

    private static final int BYTES = 32;

    private final Environment environment;
    private byte @Nullable [] known;

    VaultKey(Environment environment) {
        this.environment = environment;
    }

    synchronized byte[] bytes() {
        if (known == null) {
            known = decoded(environment.getProperty("threeline.vault.key", ""));
        }
        return known;
    }

    private byte[] decoded(String given) {
        try {
            var key = Base64.getDecoder().decode(given.isBlank() ? kept() : given.strip());
            if (key.length == BYTES) {
                return key;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the vault's key cannot be read", e);
        } catch (IllegalArgumentException e) {
            // said below
        }
        throw new IllegalStateException("threeline.vault.key (or vault.key in the folder) must be 32 bytes in Base64");
    }

    private String kept() throws IOException {
        var file = Path.of(environment.getRequiredProperty("threeline.folder")).resolve("vault.key");
        if (!Files.exists(file)) {
            make(file);
        }
        return Files.readString(file).strip();
    }

    private static void make(Path file) throws IOException {
        var fresh = new byte[BYTES];
        new SecureRandom().nextBytes(fresh);
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        Files.createDirectories(file.toAbsolutePath().getParent());
        var whole = Files.createTempFile(file.toAbsolutePath().getParent(), "vault", ".fresh", ownerOnly);
        Files.writeString(whole, Base64.getEncoder().encodeToString(fresh));
        Files.createLink(file, whole); // fails where another was quicker, and never shows half a key
        Files.delete(whole);
    }
}
