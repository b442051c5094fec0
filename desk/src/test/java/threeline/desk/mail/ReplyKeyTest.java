package threeline.desk.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A key opens one ticket, of one tenant, for one person. */
class ReplyKeyTest {

    final Seal seal = new Seal(new UUID(1, 1), "secret".getBytes());
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
        assertThat(new Seal(new UUID(1, 2), "secret".getBytes()).fits(key, "ann@example.org"))
                .isFalse();
        assertThat(new Seal(new UUID(1, 1), "Secret".getBytes()).fits(key, "ann@example.org"))
                .isFalse();
    }

    @Test
    void other_addresses_have_none() {
        assertThat(ReplyKey.inAddress("desk+newsletter@a.example")).isEmpty();
        assertThat(ReplyKey.inAddress("desk@a.example")).isEmpty();
        assertThat(ReplyKey.inMessageId("one@example.org")).isEmpty();
        assertThat(ReplyKey.withoutKey("+x@a.example")).isEqualTo("+x@a.example");
    }
}
