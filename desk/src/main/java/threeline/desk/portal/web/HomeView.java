package threeline.desk.portal.web;

import java.util.List;

/** The portal's first page. */
public record HomeView(Page page, List<WayView> ways, List<RequestRow> requests, boolean more) {

    /**
     * A way to reach the desk.
     *
     * @param link what a browser does with it; empty where that is nothing
     */
    public record WayView(String icon, String name, String where, String link, String hours) {}
}
