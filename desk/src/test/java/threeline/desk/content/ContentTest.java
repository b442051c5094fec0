package threeline.desk.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ContentTest {

    @Test
    void what_is_taken_in_is_read_as_it_came_however_much_it_is() throws IOException {
        for (var size : new int[] {0, 1, 65_536, 300_000, 1_048_576, 3_000_001}) {
            var bytes = bytes(size);
            try (var spool = new Spool(256 * 1024)) {
                var content = spool.keep(new ByteArrayInputStream(bytes));

                assertThat(content.size()).isEqualTo(size);
                assertThat(content.bytes()).isEqualTo(bytes);
                assertThat(content.sha256()).isEqualTo(Content.of(bytes).sha256());
                assertThat(content instanceof Content.Held).isEqualTo(size <= 256 * 1024);
            }
        }
    }

    @Test
    void several_lie_in_one_spool_and_none_is_taken_for_another() throws IOException {
        try (var spool = new Spool(1000)) {
            var contents = new ArrayList<Content>();
            for (var size : new int[] {900, 5_000, 90, 70_000, 200_000}) {
                contents.add(spool.keep(new ByteArrayInputStream(bytes(size))));
            }

            assertThat(contents).allSatisfy(it -> assertThat(it.bytes()).isEqualTo(bytes((int) it.size())));
        }
    }

    @Test
    void a_table_keeps_it_piece_by_piece() throws IOException {
        var bytes = bytes(3 * Content.PIECE + 17);
        var pieces = new ArrayList<byte[]>();
        Content.of(bytes).eachPiece((place, piece) -> pieces.add(place, piece));

        var kept = Content.of(bytes.length, pieces.getFirst(), pieces::get);

        assertThat(pieces).hasSize(4).allSatisfy(it -> assertThat(it).hasSizeLessThanOrEqualTo(Content.PIECE));
        assertThat(kept.bytes()).isEqualTo(bytes);
        assertThat(kept.beginning(10)).isEqualTo(bytes(10));
        try (var in = kept.open()) {
            in.skipNBytes(Content.PIECE + 5);
            assertThat(in.read()).isEqualTo(bytes[Content.PIECE + 5] & 0xff);
        }
    }

    @Test
    void what_is_small_is_one_piece_and_nothing_is_one_too() {
        var pieces = new ArrayList<byte[]>();
        Content.of(new byte[0]).eachPiece((place, piece) -> pieces.add(place, piece));
        Content.of(bytes(Content.PIECE)).eachPiece((place, piece) -> pieces.add(piece));

        assertThat(pieces).hasSize(2);
        assertThat(Content.of(3, new byte[] {1, 2, 3}, _ -> new byte[0]).bytes())
                .containsExactly(1, 2, 3);
    }

    @Test
    void a_table_that_does_not_answer_is_trouble_and_no_end() {
        var kept = Content.of(2 * Content.PIECE, bytes(Content.PIECE), place -> {
            throw new IllegalStateException("no database for piece " + place);
        });

        assertThatThrownBy(() -> kept.open().transferTo(new ByteArrayOutputStream()))
                .isInstanceOf(StorageTrouble.class)
                .hasRootCauseMessage("no database for piece 1");
    }

    /** The same beginning whatever the length. */
    private static byte[] bytes(int size) {
        var bytes = new byte[size];
        var random = new Random(7);
        for (var i = 0; i < size; i++) {
            bytes[i] = (byte) random.nextInt();
        }
        return bytes;
    }
}
