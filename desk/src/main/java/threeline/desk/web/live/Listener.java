package threeline.desk.web.live;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;

/**
 * One browser that listens. What it has not been told yet is kept as a set of names, so that a slow one is told each
 * once, and when there are too many for it to be kept, only that there was something.
 */
final class Listener {

    private static final int MOST = 5_000;

    private final UUID tenant;
    private final Set<String> pending = new LinkedHashSet<>();
    private boolean something;
    private boolean over;

    Listener(UUID tenant) {
        this.tenant = tenant;
    }

    UUID tenant() {
        return tenant;
    }

    synchronized void hear(Set<String> names) {
        something = true;
        pending.addAll(names);
        if (pending.size() > MOST) {
            pending.clear();
        }
        notifyAll();
    }

    synchronized void end() {
        over = true;
        notifyAll();
    }

    synchronized boolean isOver() {
        return over;
    }

    /** What is new, waiting for it at most so long. */
    synchronized News await(Duration longest) throws InterruptedException {
        if (!something && !over && longest.isPositive()) {
            wait(longest.toMillis() + 1);
        }
        var news = new News(something, Set.copyOf(pending));
        pending.clear();
        something = false;
        return news;
    }

    /** Whether there was something, and of which; none named means of any. */
    record News(boolean something, Set<String> names) {

        static final News NONE = new News(false, Set.of());

        boolean ofAny() {
            return something && names.isEmpty();
        }
    }
}
