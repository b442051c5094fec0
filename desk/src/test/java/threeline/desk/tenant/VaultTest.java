package threeline.desk.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.env.MockEnvironment;

/** A secret in the database is of no use to whoever has the database alone. */
class VaultTest {

    static final Tenant HERE = new Tenant(UUID.fromString("00000000-0000-0000-0000-000000000001"), "here", "Here");
    static final Tenant THERE = new Tenant(UUID.fromString("00000000-0000-0000-0000-000000000002"), "there", "There");

    @TempDir
    Path folder;

    @Test
    void what_was_locked_opens_again_after_a_restart() {
        var locked = HERE.call(() -> vault().lock("inbox", "sésame"));

        assertThat(HERE.call(() -> vault().open("inbox", locked))).isEqualTo("sésame");
        assertThat(new String(locked, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("same");
    }

    @Test
    void it_opens_for_no_other_tenant_and_no_other_purpose() {
        var locked = HERE.call(() -> vault().lock("inbox", "sesame"));

        assertThatThrownBy(() -> THERE.call(() -> vault().open("inbox", locked)))
                .isInstanceOf(Vault.CannotOpen.class);
        assertThatThrownBy(() -> HERE.call(() -> vault().open("webhook", locked)))
                .isInstanceOf(Vault.CannotOpen.class);
    }

    @Test
    void what_was_tampered_with_does_not_open() {
        var locked = HERE.call(() -> vault().lock("inbox", "sesame"));
        locked[locked.length - 1] ^= 1;

        assertThatThrownBy(() -> HERE.call(() -> vault().open("inbox", locked))).isInstanceOf(Vault.CannotOpen.class);
        assertThatThrownBy(() -> HERE.call(() -> vault().open("inbox", new byte[0])))
                .isInstanceOf(Vault.CannotOpen.class);
    }

    @Test
    void the_same_secret_looks_different_each_time() {
        assertThat(HERE.call(() -> vault().lock("inbox", "sesame")))
                .isNotEqualTo(HERE.call(() -> vault().lock("inbox", "sesame")));
    }

    @Test
    void the_key_is_readable_by_its_owner_alone() throws IOException {
        HERE.run(() -> vault().lock("inbox", "sesame"));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("vault.key"))))
                .isEqualTo("rw-------");
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void a_key_that_is_given_is_used_and_a_bad_one_is_refused() {
        var given = vault("5IhUFxMkkW4rSfyElsNwgvQKd5rQFqrIyNK2k1tUhAQ=");
        var locked = HERE.call(() -> given.lock("inbox", "sesame"));

        assertThat(HERE.call(() -> given.open("inbox", locked))).isEqualTo("sesame");
        assertThat(folder.resolve("vault.key")).doesNotExist();
        assertThatThrownBy(() -> HERE.call(() -> vault("short").lock("inbox", "sesame")))
                .hasMessageContaining("32 bytes");
    }

    Vault vault() {
        return vault("");
    }

    Vault vault(String key) {
        return new Vault(new VaultKey(new MockEnvironment()
                .withProperty("threeline.folder", folder.toString())
                .withProperty("threeline.vault.key", key)));
    }
}
