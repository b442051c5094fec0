package threeline.desk.people.web;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import threeline.desk.mail.Network;

/**
 * Servers that stand before ours and say for whom they speak, and whether by TLS. Only those that are named are believed, and
 * of what they pass on only what a named one wrote: of the addresses the last that is not a proxy's own.
 */
class BehindProxies implements Filter {

    private static final String FOR = "X-Forwarded-For";
    private static final String PROTO = "X-Forwarded-Proto";

    private final List<Network> proxies;

    BehindProxies(List<String> proxies) {
        this.proxies = proxies.stream()
                .map(String::strip)
                .filter(it -> !it.isEmpty())
                .map(Network::parse)
                .toList();
    }

    @Override
    public void doFilter(ServletRequest incoming, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var request = (HttpServletRequest) incoming;
        chain.doFilter(isProxy(request.getRemoteAddr()) ? new Forwarded(request, client(request)) : request, response);
    }

    private boolean isProxy(String address) {
        return proxies.stream().anyMatch(it -> it.has(address));
    }

    private String client(HttpServletRequest request) {
        var passed = Collections.list(request.getHeaders(FOR)).stream()
                .flatMap(it -> Stream.of(it.split(",")))
                .map(String::strip)
                .toList();
        return passed.reversed().stream()
                .takeWhile(BehindProxies::isAddress)
                .filter(it -> !isProxy(it))
                .findFirst()
                .orElse(request.getRemoteAddr());
    }

    private static boolean isAddress(String text) {
        return !text.isEmpty() && text.matches("[0-9.]{7,15}|[0-9a-fA-F:.]{2,45}");
    }

    private static final class Forwarded extends HttpServletRequestWrapper {

        private final String client;
        private final boolean secure;

        Forwarded(HttpServletRequest request, String client) {
            super(request);
            this.client = client;
            this.secure = "https".equalsIgnoreCase(request.getHeader(PROTO));
        }

        @Override
        public String getRemoteAddr() {
            return client;
        }

        @Override
        public String getRemoteHost() {
            return client;
        }

        @Override
        public boolean isSecure() {
            return secure || super.isSecure();
        }

        @Override
        public String getScheme() {
            return isSecure() ? "https" : super.getScheme();
        }
    }
}
