package threeline.promises.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {

    private static final List<String> KEYS = List.of("calendars", "channels", "tiers", "not");

    @Test
    void a_letter_changed_added_dropped_or_swapped_is_near() {
        assertThat(Nearest.to("tjers", KEYS)).hasValue("tiers");
        assertThat(Nearest.to("tieers", KEYS)).hasValue("tiers");
        assertThat(Nearest.to("tirs", KEYS)).hasValue("tiers");
        assertThat(Nearest.to("teirs", KEYS)).hasValue("tiers");
    }

    @Test
    void capitals_are_no_difference() {
        assertThat(Nearest.to("TIERS", KEYS)).hasValue("tiers");
        assertThat(Nearest.to("tiers", List.of("Tiers"))).hasValue("Tiers");
    }

    @Test
    void the_longer_the_word_the_more_faults_it_may_have() {
        assertThat(Nearest.to("kalenders", KEYS)).hasValue("calendars");
        assertThat(Nearest.to("kalendas", KEYS)).hasValue("calendars");
        assertThat(Nearest.to("kolendrz", KEYS)).isEmpty();
        assertThat(Nearest.to("nit", KEYS)).hasValue("not");
        assertThat(Nearest.to("nil", KEYS)).isEmpty();
        assertThat(Nearest.to("no", KEYS)).hasValue("not");
    }

    @Test
    void two_letters_swapped_are_one_fault() {
        assertThat(Nearest.to("nto", KEYS)).hasValue("not");
        assertThat(Nearest.to("on", List.of("no"))).hasValue("no");
        assertThat(Nearest.to("xab", List.of("bya"))).isEmpty();
    }

    @Test
    void the_nearest_is_meant_and_not_the_first() {
        assertThat(Nearest.to("channel", List.of("chanel-x", "channels"))).hasValue("channels");
    }

    @Test
    void where_nothing_is_near_everything_known_is_told() {
        assertThat(Nearest.remedy("severities", KEYS)).isEqualTo("known are: calendars, channels, tiers, not");
        assertThat(Nearest.remedy("severities", List.of())).isEqualTo("none is declared");
    }

    @Test
    void what_goes_without_listing_may_be_meant_too() {
        assertThat(Nearest.remedy("mon-fry", KEYS, List.of("mon-thu", "mon-fri")))
                .isEqualTo("did you mean \"mon-fri\"?");
        assertThat(Nearest.remedy("severities", List.of("tiers"), List.of("mon-fri")))
                .isEqualTo("known are: tiers");
    }
}
