package threeline.desk.mail.outbox;

import static java.util.Collections.nCopies;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import threeline.desk.content.Content;
import threeline.desk.mail.AccessTokens;
import threeline.testing.DeskTest;
import threeline.testing.FaultProxy;
import threeline.testing.HandTurnedTime;
import threeline.testing.RunningDesk;
import threeline.testing.TestRelay;

/** A relay that gives a byte now and then ends no wait of a socket; the postman's own patience does. */
@DeskTest
class DrippingRelayTest extends RunningDesk {

    static final Duration PATIENCE = Duration.ofSeconds(2);
    static final Set<Delivery> TOO_SLOW = Set.of(new Delivery.Deferred("the relay took too long"));

    @Autowired
    Despatch despatch;

    @Autowired
    AccessTokens tokens;

    final String name = "drip-" + UUID.randomUUID().toString().substring(0, 8);
    final FaultProxy wire = new FaultProxy(TestRelay.port());
    final List<Parcel> bag = IntStream.range(0, 6).mapToObj(this::parcel).toList();
    Postman postman;

    @BeforeEach
    void a_postman_with_little_patience() {
        tenant = tenants.add(name, "Post");
        var settings =
                new RelaySettings("127.0.0.1", wire.port(), null, null, RelaySettings.Tls.NONE, 2, PATIENCE, null);
        var unsigned = new Signer(new Signer.Settings(null, null, List.of()), _ -> Optional.empty());
        var relay = new SmtpRelay(new RelayAccess(settings, tokens), unsigned);
        postman = new Postman(tenants, despatch, time, relay, settings);
    }

    @AfterEach
    void hang_up() {
        postman.destroy();
        wire.close();
    }

    @Test
    void what_it_does_not_take_in_time_waits_and_leaves_over_a_line_that_is_sound() {
        nCopies(2, FaultProxy.Kind.DRIP).forEach(it -> wire.fromServer(it, 0));

        assertThat(carried()).isEqualTo(TOO_SLOW);
        assertThat(wire.connections()).as("nothing more was begun").isEqualTo(2);

        assertThat(carried()).isEqualTo(Set.of(new Delivery.Taken()));
        assertThat(TestRelay.mails(it -> it.to().contains(name)))
                .extracting(TestRelay.Mail::to)
                .hasSize(bag.size())
                .doesNotHaveDuplicates();
    }

    @Test
    void one_line_that_drips_keeps_nothing_from_leaving_over_the_other() {
        wire.fromServer(FaultProxy.Kind.DRIP, 0);

        assertThat(carried()).contains(new Delivery.Taken()).containsAll(TOO_SLOW);
    }

    private Set<Delivery> carried() {
        return tenant.call(() -> postman.carry(bag)).values().stream().collect(toSet());
    }

    private Parcel parcel(int number) {
        var raw = "From: help@desk.example\r\nSubject: Hello\r\n\r\nHello\r\n".getBytes(StandardCharsets.UTF_8);
        return new Parcel(
                number,
                1,
                HandTurnedTime.MONDAY_AT_NINE,
                "PRO-1",
                "help@desk.example",
                "n%d@%s.example".formatted(number, name),
                "Hello",
                Content.of(raw));
    }
}
