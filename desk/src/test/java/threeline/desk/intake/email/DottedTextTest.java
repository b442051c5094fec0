package threeline.desk.intake.email;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DottedTextTest {

    private static final String END = "\r\n.\r\nQUIT\r\n";

    /** As it comes over the wire, and what is said by it, with \r and \n written out. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hello|hello",
                "a\\r\\nb|a\\r\\nb",
                "..first|.first",
                "a\\r\\n..b|a\\r\\n.b",
                "a\\r\\n...b|a\\r\\n..b",
                "a\\n.\\nb|a\\n.\\nb",
                "a\\n.\\r\\nb|a\\n.\\r\\nb",
                "a\\r.\\r\\nb|a\\r.\\r\\nb",
                "a\\r\\n.\\rb|a\\r\\n\\rb",
                "a\\r\\n.\\r\\r\\nb|a\\r\\n\\r\\r\\nb",
                "a\\r\\n.\\nb|a\\r\\n\\nb",
                "a\\r\\r\\n..|a\\r\\r\\n.",
            })
    void what_is_said_ends_at_the_dot_however_it_is_cut_up(String wire, String said) throws IOException {
        var all = plain(wire) + END;
        for (var cut = 0; cut < all.length(); cut++) {
            var in = new BufferedInputStream(new Cut(all.getBytes(ISO_8859_1), cut), 16);
            assertThat(new String(new DottedText(in).readAllBytes(), ISO_8859_1))
                    .as("cut at %d", cut)
                    .isEqualTo(plain(said) + "\r\n");
            assertThat(new String(in.readAllBytes(), ISO_8859_1)).isEqualTo("QUIT\r\n");
        }
    }

    @Test
    void nothing_at_all_is_a_text_too() throws IOException {
        assertThat(new DottedText(new ByteArrayInputStream(".\r\n".getBytes(ISO_8859_1))).readAllBytes())
                .isEmpty();
    }

    @Test
    void a_text_that_is_cut_off_is_none() {
        var text = new DottedText(new ByteArrayInputStream("hello\r\n.\r".getBytes(ISO_8859_1)));
        assertThatThrownBy(text::readAllBytes).isInstanceOf(EOFException.class);
    }

    @Test
    void whoever_sends_a_byte_a_minute_is_not_waited_for_but_whoever_is_only_slow_is() throws IOException {
        var now = new AtomicLong();
        var mail = ("x".repeat(1024 * 1024) + END).getBytes(ISO_8859_1);
        var slow = new DottedText(new Timed(mail, 4096, Duration.ofMillis(1_500), now), now::get);
        assertThat(slow.readAllBytes()).hasSize(1024 * 1024 + 2);
        now.set(0);
        var drips = new DottedText(new Timed(mail, 1, Duration.ofSeconds(50), now), now::get);
        assertThatThrownBy(drips::readAllBytes).isInstanceOf(SocketTimeoutException.class);
        assertThat(Duration.ofNanos(now.get())).isLessThan(Duration.ofMinutes(12));
    }

    private static String plain(String written) {
        return written.replace("\\r", "\r").replace("\\n", "\n");
    }

    /** Gives what comes before the cut, then the rest. */
    private static final class Cut extends ByteArrayInputStream {

        private final int cut;

        Cut(byte[] bytes, int cut) {
            super(bytes);
            this.cut = cut;
        }

        @Override
        public synchronized int read(byte[] into, int offset, int length) {
            return super.read(into, offset, pos < cut ? Math.min(length, cut - pos) : length);
        }

        @Override
        public synchronized int available() {
            return pos < cut ? cut - pos : 0;
        }
    }

    /** Gives some at a time, and time passes meanwhile. */
    private static final class Timed extends InputStream {

        private final InputStream in;
        private final int most;
        private final Duration each;
        private final AtomicLong now;

        Timed(byte[] bytes, int most, Duration each, AtomicLong now) {
            this.in = new ByteArrayInputStream(bytes);
            this.most = most;
            this.each = each;
            this.now = now;
        }

        @Override
        public int read() throws IOException {
            now.addAndGet(each.toNanos());
            return in.read();
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            now.addAndGet(each.toNanos());
            return in.read(into, offset, Math.min(most, length));
        }

        @Override
        public synchronized void mark(int limit) {
            in.mark(limit);
        }

        @Override
        public synchronized void reset() throws IOException {
            in.reset();
        }
    }
}
