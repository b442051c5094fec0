package threeline.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;

/** A certificate of this machine that nobody vouches for, its key, and a store for those who trust it nevertheless. */
public record Certificate(Path certificate, Path key, Path store) {

    public static final String PASSWORD = "secret";

    public static Certificate madeIn(Path folder) throws IOException, GeneralSecurityException, InterruptedException {
        var store = folder.resolve("store.p12");
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        new ProcessBuilder(List.of(
                        keytool,
                        "-genkeypair",
                        "-alias",
                        "a",
                        "-keyalg",
                        "RSA",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "SAN=dns:localhost,ip:127.0.0.1",
                        "-validity",
                        "9",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        PASSWORD))
                .inheritIO()
                .start()
                .waitFor();
        var keys = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
        return new Certificate(
                pem(folder, "CERTIFICATE", keys.getCertificate("a").getEncoded()),
                pem(
                        folder,
                        "PRIVATE KEY",
                        keys.getKey("a", PASSWORD.toCharArray()).getEncoded()),
                store);
    }

    private static Path pem(Path folder, String what, byte[] content) throws IOException {
        var text = "-----BEGIN %s-----\n%s\n-----END %s-----\n"
                .formatted(what, Base64.getMimeEncoder().encodeToString(content), what);
        return Files.writeString(folder.resolve(what.replace(' ', '-') + ".pem"), text);
    }
}
