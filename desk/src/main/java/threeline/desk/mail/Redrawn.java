package threeline.desk.mail;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

/**
 * A picture drawn anew, so that nothing is left of its file but what is seen. How large it says it is, is looked at before
 * anything is drawn; a very large one is drawn smaller, and one that moves stands still.
 */
final class Redrawn {

    private static final long MOST_PIXELS = 40_000_000;
    private static final int LONGEST_SIDE = 1_600;

    /** Each needs some megabytes while it is drawn. */
    private static final Semaphore AT_ONCE = new Semaphore(2);

    private Redrawn() {}

    /** As a PNG; nothing where it is no picture that could be drawn. */
    static Optional<byte[]> of(byte[] file) {
        AT_ONCE.acquireUninterruptibly();
        try (var in = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
            var readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return Optional.empty();
            }
            var reader = readers.next();
            try {
                reader.setInput(in, true, true);
                return drawn(reader);
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException e) {
            return Optional.empty(); // broken, on purpose or not
        } finally {
            AT_ONCE.release();
        }
    }

    private static Optional<byte[]> drawn(ImageReader reader) throws IOException {
        long width = reader.getWidth(0);
        long height = reader.getHeight(0);
        if (width < 1 || height < 1 || width * height > MOST_PIXELS) {
            return Optional.empty();
        }
        var wanted = reader.getDefaultReadParam();
        var step = (int) (1 + (Math.max(width, height) - 1) / LONGEST_SIDE);
        wanted.setSourceSubsampling(step, step, 0, 0);
        BufferedImage picture = reader.read(0, wanted);
        var png = new ByteArrayOutputStream();
        return ImageIO.write(picture, "png", png) ? Optional.of(png.toByteArray()) : Optional.empty();
    }
}
