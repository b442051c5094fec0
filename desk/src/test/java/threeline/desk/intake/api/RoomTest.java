package threeline.desk.intake.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Large requests share 100 KiB, of which the largest may take 80. */
class RoomTest {

    final Room room = new Room(100 * 1024, 80 * 1024);

    @Test
    void small_ones_need_none() {
        assertThat(room.needed(0)).isZero();
        assertThat(room.needed(64 * 1024)).isZero();
    }

    @Test
    void large_ones_need_their_length_and_those_of_unknown_length_the_most() {
        assertThat(room.needed(64 * 1024 + 1)).isEqualTo(65);
        assertThat(room.needed(-1)).isEqualTo(80);
    }

    @Test
    void what_is_given_back_can_be_taken_again() {
        assertThat(room.take(80)).isTrue();
        assertThat(room.take(20)).isTrue();
        room.giveBack(80);
        assertThat(room.take(80)).isTrue();
    }
}
