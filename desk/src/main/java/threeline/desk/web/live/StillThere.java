package threeline.desk.web.live;

import jakarta.servlet.http.HttpServletRequest;

/** Whether whoever came with this request is still signed in and may still listen; told by who keeps the door. */
@FunctionalInterface
public interface StillThere {

    boolean isStillThere(HttpServletRequest request);
}
