package threeline.desk.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A key opens one ticket, of one tenant, for one person. */
class ReplyKeyTest {

    static final Instant MADE = Instant.parse("2026-11-23T09:00:00Z");

    final Seal seal = new Seal(new UUID(1, 1), 0, "secret".getBytes(), MADE);
    final ReplyKey key = seal.key("PRO-12", "Ann@example.org");

    @Test
    void it_survives_an_address_and_a_message_id() {
        var address = key.asAddress(new MailAddress("desk@a.example", "Desk"));
        assertThat(ReplyKey.inAddress(address.address().toUpperCase(java.util.Locale.ROOT)))
                .hasValue(key);
        assertThat(ReplyKey.inMessageId(key.asMessageId("7", "a.example"))).hasValue(key);
        assertThat(ReplyKey.withoutKey(address.address())).isEqualTo("desk@a.example");
        assertThat(address.address().indexOf('@')).isLessThanOrEqualTo(64);
    }

    @Test
    void it_fits_only_the_one_it_was_made_for() {
        assertThat(seal.fits(key, "ann@EXAMPLE.org")).isTrue();
        assertThat(seal.fits(key, "bob@example.org")).isFalse();
        assertThat(seal.fits(new ReplyKey("PRO-13", key.seal()), "ann@example.org"))
                .isFalse();
        assertThat(new Seal(new UUID(1, 2), 0, "secret".getBytes(), MADE).fits(key, "ann@example.org"))
                .isFalse();
        assertThat(new Seal(new UUID(1, 1), 0, "Secret".getBytes(), MADE).fits(key, "ann@example.org"))
                .isFalse();
    }

    @Test
    void other_addresses_have_none() {
        assertThat(ReplyKey.inAddress("desk+newsletter@a.example")).isEmpty();
        assertThat(ReplyKey.inAddress("desk@a.example")).isEmpty();
        assertThat(ReplyKey.inMessageId("one@example.org")).isEmpty();
        assertThat(ReplyKey.withoutKey("+x@a.example")).isEqualTo("+x@a.example");
    }

    @Test
    void a_secret_makes_keys_for_a_year_and_opens_for_three() {
        assertThat(seal.makes(Instant.parse("2027-11-23T08:59:59Z"))).isTrue();
        assertThat(seal.makes(Instant.parse("2027-11-23T09:00:00Z"))).isFalse();
        assertThat(seal.opens(Instant.parse("2029-11-22T08:59:59Z"))).isTrue();
        assertThat(seal.opens(Instant.parse("2029-11-22T09:00:00Z"))).isFalse();
    }

    @Test
    void a_key_says_which_secret_it_was_made_with() {
        var third = new Seal(new UUID(1, 1), 3, "secret".getBytes(), MADE);
        assertThat(Seal.idOf(key)).isZero();
        assertThat(Seal.idOf(third.key("PRO-12", "ann@example.org"))).isEqualTo(3);
        assertThat(third.fits(third.key("PRO-12", "ann@example.org"), "ann@example.org"))
                .isTrue();
    }
}
