package threeline.desk.tenant.web;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import threeline.desk.tenant.Budgets;
import threeline.desk.tenant.Tenant;
import threeline.desk.tenant.Tenants;

/**
 * The first segment of a path names the desk: {@code /procurement/queue}. What follows is answered for that desk alone,
 * and as if the desk stood at the root; so no page, link or controller below knows of it.
 */
class DeskInPath implements Filter {

    /** What is the same for all desks. None of it is found below a desk's own path. */
    private static final Set<String> SHARED = Set.of(
            "",
            "api",
            "assets",
            "files",
            "webjars",
            "dev",
            "actuator",
            "error",
            "first-start",
            "favicon.ico",
            "robots.txt");

    private static final String TENANT = DeskInPath.class.getName() + ".tenant";

    private static final int TOO_MANY = 429;

    private final Tenants tenants;
    private final Budgets budgets;

    DeskInPath(Tenants tenants, Budgets budgets) {
        this.tenants = tenants;
        this.budgets = budgets;
    }

    @Override
    public void doFilter(ServletRequest incoming, ServletResponse outgoing, FilterChain chain)
            throws IOException, ServletException {
        var request = (HttpServletRequest) incoming;
        var response = (HttpServletResponse) outgoing;
        if (request.getAttribute(TENANT) instanceof Tenant bound) {
            serve(
                    bound, request, response,
                    chain); // the container comes by again, for an error page or an async answer
        } else if (!TidyPath.is(request.getRequestURI())) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        } else {
            find(request, response, chain);
        }
    }

    private void find(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var path = request.getRequestURI();
        var first = TidyPath.first(path);
        var rest = path.substring(Math.min(path.length(), first.length() + 1));
        if (SHARED.contains(first)) {
            chain.doFilter(request, response);
            return;
        }
        var tenant = tenants.find(first);
        if (tenant.isEmpty() || (rest.length() > 1 && SHARED.contains(TidyPath.first(rest)))) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if (rest.isEmpty()) {
            response.sendRedirect(path + "/");
        } else {
            request.setAttribute(TENANT, tenant.get());
            var wait = budgets.take(tenant.get(), request.getContentLengthLong());
            if (wait.isPositive()) {
                response.setHeader(
                        "Retry-After", Long.toString(wait.plusMillis(999).toSeconds()));
                response.sendError(TOO_MANY);
            } else {
                serve(tenant.get(), request, response, chain);
            }
        }
    }

    private static void serve(
            Tenant tenant, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            tenant.callOrThrow(() -> {
                chain.doFilter(new AtDesk(request, tenant), response);
                return true;
            });
        } catch (IOException | ServletException | RuntimeException thrown) {
            throw thrown;
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
