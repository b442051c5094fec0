package threeline.desk.database;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;
import threeline.desk.database.Database.Login;

/** The passwords of our own PostgreSQL: made up once, kept in a file that only its owner reads. */
record Secrets(Login superuser, Login owner, Login app) {

    private static final SecureRandom RANDOM = new SecureRandom();

    static Secrets in(Path folder) throws IOException {
        var file = folder.resolve("database.properties");
        if (!Files.exists(file)) {
            write(file);
        }
        var read = new Properties();
        read.load(new StringReader(Files.readString(file)));
        return new Secrets(login("superuser", read), login("owner", read), login("app", read));
    }

    private static Login login(String who, Properties read) {
        var password = read.getProperty(who);
        if (password == null) {
            throw new Trouble("database.properties in the data folder lacks the password of " + who);
        }
        return new Login("threeline_" + who, password);
    }

    private static void write(Path file) throws IOException {
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var fresh = Files.createTempFile(file.getParent(), "database", ".fresh", ownerOnly);
        Files.writeString(fresh, "superuser=%s%nowner=%s%napp=%s%n".formatted(random(), random(), random()));
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String random() {
        var bytes = new byte[24];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
