package threeline.desk.people.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** From where a request comes: what a named proxy says last of that is believed, and nobody else is. */
class BehindProxiesTest {

    static final BehindProxies NAMED = new BehindProxies(List.of("10.0.0.0/8", "::1"));
    static final BehindProxies NONE = new BehindProxies(List.of(""));

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "10.0.0.5, 192.0.2.7, https, 192.0.2.7, true",
                "10.0.0.5, '1.2.3.4, 192.0.2.7', https, 192.0.2.7, true",
                "10.0.0.5, '192.0.2.7, 10.0.0.9', http, 192.0.2.7, false",
                "10.0.0.5, '192.0.2.7, unknown', https, 10.0.0.5, true",
                "10.0.0.5, '192.0.2.7, <script>', https, 10.0.0.5, true",
                "10.0.0.5, -, -, 10.0.0.5, false",
                "::1, 2001:db8::7, HTTPS, 2001:db8::7, true",
                "192.0.2.9, 10.0.0.1, https, 192.0.2.9, false",
            })
    void the_last_address_that_a_named_proxy_wrote_is_believed(
            String peer, String passed, String proto, String client, boolean secure) throws Exception {
        var seen = through(NAMED, peer, passed, proto);
        assertThat(seen.getRemoteAddr()).isEqualTo(client);
        assertThat(seen.isSecure()).isEqualTo(secure);
        assertThat(through(NONE, peer, passed, proto).getRemoteAddr()).isEqualTo(peer);
    }

    static HttpServletRequest through(BehindProxies filter, String peer, String passed, String proto) throws Exception {
        var request = new MockHttpServletRequest();
        request.setRemoteAddr(peer);
        if (passed != null) {
            request.addHeader("X-Forwarded-For", passed);
        }
        if (proto != null) {
            request.addHeader("X-Forwarded-Proto", proto);
        }
        var seen = new AtomicReference<HttpServletRequest>();
        filter.doFilter(request, new MockHttpServletResponse(), (it, _) -> seen.set((HttpServletRequest) it));
        return seen.get();
    }
}
