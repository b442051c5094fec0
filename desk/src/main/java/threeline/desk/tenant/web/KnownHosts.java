package threeline.desk.tenant.web;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import threeline.desk.tenant.Site;

/**
 * Answers to the names that it has, and to no other: a name that somebody else made up, or turned to us, is misdirected
 * (421). Without a configured site every name is ours.
 */
class KnownHosts implements Filter {

    private static final int MISDIRECTED = 421;
    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]", "::1", "0:0:0:0:0:0:0:1");

    private final Set<String> known;

    KnownHosts(Site site, List<String> others) {
        known = new HashSet<>();
        site.address().ifPresent(it -> {
            known.addAll(HERE);
            known.add(it.getHost().toLowerCase(Locale.ROOT));
            others.forEach(other -> known.add(other.strip().toLowerCase(Locale.ROOT)));
        });
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (known.isEmpty() || known.contains(request.getServerName().toLowerCase(Locale.ROOT))) {
            chain.doFilter(request, response);
        } else {
            ((HttpServletResponse) response).sendError(MISDIRECTED);
        }
    }
}
