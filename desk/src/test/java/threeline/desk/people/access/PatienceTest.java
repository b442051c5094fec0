package threeline.desk.people.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Three guesses are free, then the wait doubles, to a minute at most. */
class PatienceTest {

    static final Instant NINE = Instant.parse("2026-11-23T09:00:00Z");

    final Patience patience = new Patience(3, Duration.ofMinutes(1));

    @Test
    void the_first_few_guesses_are_free() {
        guess(2);
        assertThat(patience.left("ann", NINE)).isZero();
    }

    @Test
    void then_each_doubles_the_wait_to_a_most() {
        guess(3);
        assertThat(patience.left("ann", NINE)).isEqualTo(Duration.ofSeconds(1));
        guess(2);
        assertThat(patience.left("ann", NINE)).isEqualTo(Duration.ofSeconds(4));
        guess(100);
        assertThat(patience.left("ann", NINE)).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void who_waited_may_try_again() {
        guess(5);
        assertThat(patience.left("ann", NINE.plusSeconds(4))).isZero();
    }

    @Test
    void others_do_not_wait_for_them() {
        guess(50);
        assertThat(patience.left("bob", NINE)).isZero();
    }

    @Test
    void an_hour_later_or_once_in_all_is_forgotten() {
        guess(50);
        assertThat(patience.left("ann", NINE.plusSeconds(3601))).isZero();
        patience.forget("ann");
        assertThat(patience.left("ann", NINE)).isZero();
    }

    void guess(int times) {
        for (var i = 0; i < times; i++) {
            patience.count("ann", NINE);
        }
    }
}
