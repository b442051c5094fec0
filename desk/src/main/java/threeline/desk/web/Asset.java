package threeline.desk.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.codec.digest.DigestUtils;

/** A file that pages load; its path changes with its content, so a browser may keep it for good. */
record Asset(String name, String type, String version, byte[] plain, byte[] zipped) {

    static Asset of(String name, String type, byte[] content) {
        return new Asset(name, type, versionOf(content), content, zip(content));
    }

    String path() {
        return "/assets/%s/%s".formatted(version, name);
    }

    private static String versionOf(byte[] content) {
        return HexFormat.of().formatHex(DigestUtils.sha256(content), 0, 6);
    }

    private static byte[] zip(byte[] content) {
        var zipped = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(zipped)) {
            out.write(content);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return zipped.toByteArray();
    }
}
