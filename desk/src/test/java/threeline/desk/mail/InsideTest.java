package threeline.desk.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A desk's people can't have us knock at doors that stand inside, however these are spelt. */
class InsideTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.9.9.9",
                "0.0.0.0",
                "10.0.0.1",
                "100.64.0.1",
                "169.254.169.254",
                "172.31.255.255",
                "192.168.1.1",
                "224.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "::ffff:127.0.0.1",
                "64:ff9b::7f00:1",
                "fd00::1",
                "fe80::1%1",
                "ff02::1"
            })
    void what_stands_inside_is_not_connected_to(String address) throws Exception {
        assertThat(new Inside(List.of()).permits(InetAddress.getByName(address)))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.1", "8.8.8.8", "172.32.0.1", "2001:db8::1", "::ffff:8.8.8.8"})
    void what_stands_outside_is(String address) throws Exception {
        assertThat(new Inside(List.of()).permits(InetAddress.getByName(address)))
                .isTrue();
    }

    @Test
    void the_operator_may_permit_some_of_it() throws Exception {
        var inside = new Inside(List.of("10.1.0.0/16"));

        assertThat(inside.permits(InetAddress.getByName("10.1.2.3"))).isTrue();
        assertThat(inside.permits(InetAddress.getByName("10.2.2.3"))).isFalse();
    }

    @Test
    void the_connection_itself_is_refused_not_only_the_name() throws Exception {
        try (var socket = new Inside(List.of()).sockets().createSocket()) {
            assertThatThrownBy(() -> socket.connect(new InetSocketAddress("localhost", 1), 100))
                    .isInstanceOf(Inside.Refused.class)
                    .hasMessageContaining("threeline.mail.inside");
        }
    }
}
