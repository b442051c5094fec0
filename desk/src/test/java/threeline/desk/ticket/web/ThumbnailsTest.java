package threeline.desk.ticket.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import threeline.desk.content.Content;

/** Small pictures of pictures. */
class ThumbnailsTest {

    @Test
    void a_picture_is_drawn_anew_and_brings_nothing_along() throws Exception {
        var secret = "<script>steal()</script>";
        var bytes = new ByteArrayOutputStream();
        bytes.write(png(1000, 500));
        bytes.write(secret.getBytes(UTF_8));
        var preview = new Thumbnails().of(Content.of(bytes.toByteArray())).orElseThrow();
        assertThat(new String(preview, ISO_8859_1)).doesNotContain(secret);
        var drawn = ImageIO.read(new ByteArrayInputStream(preview));
        assertThat(drawn.getWidth()).isBetween(200, Thumbnails.LONGEST_SIDE);
        assertThat(drawn.getHeight()).isBetween(100, Thumbnails.LONGEST_SIDE);
    }

    /** A picture of 50,000 by 50,000 points in a hundred bytes, and what is none. */
    @Test
    void what_would_be_huge_or_is_no_picture_is_not_drawn() throws Exception {
        var thumbnails = new Thumbnails();
        assertThat(thumbnails.of(Content.of(claiming(50_000, 50_000)))).isEmpty();
        assertThat(thumbnails.of(Content.of(claiming(Integer.MAX_VALUE, Integer.MAX_VALUE))))
                .isEmpty();
        assertThat(thumbnails.of(Content.of("<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(UTF_8))))
                .isEmpty();
        assertThat(thumbnails.of(Content.of("GIF89a".getBytes(UTF_8)))).isEmpty();
        assertThat(thumbnails.of(Content.of(new byte[0]))).isEmpty();
        assertThat(thumbnails.of(Content.of(new byte[16 * 1024 * 1024]))).isEmpty();
    }

    static byte[] png(int width, int height) throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", out);
        return out.toByteArray();
    }

    /** A small PNG that says it is that large, rightly summed. */
    static byte[] claiming(int width, int height) throws IOException {
        var bytes = png(4, 4);
        ByteBuffer.wrap(bytes).putInt(16, width).putInt(20, height);
        var sum = new CRC32();
        sum.update(bytes, 12, 17);
        ByteBuffer.wrap(bytes).putInt(29, (int) sum.getValue());
        return bytes;
    }
}
