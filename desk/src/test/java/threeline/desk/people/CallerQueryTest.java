package threeline.desk.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is looked for, by what was typed. */
class CallerQueryTest {

    @Test
    void words_are_looked_for_by_their_beginnings() {
        assertThat(CallerQuery.of(" Maya Lind")).isEqualTo("maya:* & lind:*");
        assertThat(CallerQuery.of("maya@calder")).isEqualTo("maya:* & calder:*");
    }

    @Test
    void numbers_are_looked_for_from_both_ends() {
        assertThat(CallerQuery.of("0204")).isEqualTo("p0204:* | r4020:*");
        assertThat(CallerQuery.of("+44 20 7946 0711")).isEqualTo("p442079460711:* | r1170649:*");
    }

    @Test
    void what_is_no_word_and_no_number_finds_nothing() {
        assertThat(CallerQuery.of("& | !")).isEmpty();
        assertThat(CallerQuery.of("--- ")).isEmpty();
        assertThat(CallerQuery.of("")).isEmpty();
    }
}
