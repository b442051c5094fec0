package threeline.desk.tenant.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import threeline.desk.tenant.Tenant;

/** A request as the desk sees it: its own path is the application's root. */
class AtDesk extends HttpServletRequestWrapper {

    private final String root;

    AtDesk(HttpServletRequest request, Tenant tenant) {
        super(request);
        this.root = "/" + tenant.slug();
    }

    @Override
    public String getContextPath() {
        return root;
    }

    @Override
    public String getRequestURI() {
        var uri = super.getRequestURI();
        return uri.startsWith(root + "/") ? uri : root + uri;
    }

    @Override
    public String getServletPath() {
        var path = super.getServletPath();
        return path.startsWith(root + "/") ? path.substring(root.length()) : path;
    }
}
