package threeline.desk.ticket.web;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.springframework.stereotype.Component;
import threeline.desk.content.Content;

/** Small pictures of pictures, drawn anew. How large one is is read before anything of it is drawn. */
@Component
class Thumbnails {

    static final int LONGEST_SIDE = 320;
    private static final int LARGEST_FILE = 15 * 1024 * 1024;
    private static final long MOST_PIXELS = 30_000_000;
    private static final Set<String> KINDS = Set.of("png", "jpeg", "gif");

    /** Each takes memory, so few are drawn at once. */
    private final Semaphore places = new Semaphore(2);

    Thumbnails() {
        ImageIO.setUseCache(false);
    }

    /** By its name, so that a page asks for pictures of pictures alone. */
    static boolean isLikely(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        return List.of(".png", ".jpg", ".jpeg", ".gif").stream().anyMatch(lower::endsWith);
    }

    /** Nothing, if it is no picture that can be drawn, or too large a one. */
    Optional<byte[]> of(Content file) {
        if (file.size() > LARGEST_FILE || !taken()) {
            return Optional.empty();
        }
        try (var bytes = file.open();
                var in = new MemoryCacheImageInputStream(bytes)) {
            var readers = ImageIO.getImageReaders(in);
            while (readers.hasNext()) {
                var reader = readers.next();
                if (KINDS.contains(reader.getFormatName().toLowerCase(Locale.ROOT))) {
                    reader.setInput(in, true, true);
                    return drawn(reader);
                }
            }
            return Optional.empty();
        } catch (IOException | RuntimeException unreadable) {
            return Optional.empty(); // what readers throw at a broken picture is anything
        } finally {
            places.release();
        }
    }

    private static Optional<byte[]> drawn(ImageReader reader) throws IOException {
        try {
            var width = reader.getWidth(0);
            var height = reader.getHeight(0);
            if (width < 1 || height < 1 || (long) width * height > MOST_PIXELS) {
                return Optional.empty();
            }
            var step = Math.max(1, Math.ceilDiv(Math.max(width, height), LONGEST_SIDE));
            var parameters = reader.getDefaultReadParam();
            parameters.setSourceSubsampling(step, step, 0, 0);
            return Optional.of(png(reader.read(0, parameters)));
        } finally {
            reader.dispose();
        }
    }

    /** Pixels alone: whatever else stood in the file stays behind. */
    private static byte[] png(BufferedImage read) throws IOException {
        var plain = new BufferedImage(read.getWidth(), read.getHeight(), BufferedImage.TYPE_INT_ARGB);
        var pen = plain.createGraphics();
        pen.drawImage(read, 0, 0, null);
        pen.dispose();
        var out = new ByteArrayOutputStream();
        ImageIO.write(plain, "png", out);
        return out.toByteArray();
    }

    private boolean taken() {
        try {
            return places.tryAcquire(5, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
