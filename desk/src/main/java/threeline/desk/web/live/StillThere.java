package threeline.desk.web.live;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Whether whoever came with this request is still signed in and may still have this stream; told by who keeps the door.
 * From then on this thread sees as far as they may by now.
 */
@FunctionalInterface
public interface StillThere {

    boolean isStillThere(HttpServletRequest request);
}
