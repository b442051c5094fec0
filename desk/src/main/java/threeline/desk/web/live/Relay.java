package threeline.desk.web.live;

import jakarta.annotation.PreDestroy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import threeline.desk.database.Database;

/**
 * Carries hints between nodes, by PostgreSQL's notifications. Both ends have a connection of their own: a notification
 * inside of the desk's transactions would make their commits wait for each other.
 */
@Component
class Relay {

    private static final Logger LOG = LoggerFactory.getLogger(Relay.class);
    private static final String CHANNEL = "live";
    private static final int GATHER_MILLIS = 100;
    private static final int TRY_AGAIN_MILLIS = 2000;

    private final Database database;
    private final Map<UUID, Set<String>> waiting = new HashMap<>();
    private volatile Consumer<Map<UUID, Set<String>>> heard = _ -> {};
    private volatile boolean closed;

    Relay(Database database) {
        this.database = database;
    }

    void onHint(Consumer<Map<UUID, Set<String>>> listener) {
        heard = listener;
    }

    void pass(UUID tenant, String name) {
        synchronized (waiting) {
            waiting.computeIfAbsent(tenant, _ -> new LinkedHashSet<>()).add(name);
            waiting.notifyAll();
        }
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        Thread.ofVirtual().name("live-out").start(() -> always("told", this::tell));
        Thread.ofVirtual().name("live-in").start(() -> always("heard", this::listen));
    }

    @PreDestroy
    void close() {
        closed = true;
        synchronized (waiting) {
            waiting.notifyAll();
        }
    }

    private interface Work {
        void on(Connection connection) throws SQLException, InterruptedException;
    }

    /** A lost connection is made again; what was not told meanwhile is seen at the next renewal of a page. */
    private void always(String what, Work work) {
        while (!closed) {
            try (var connection = DriverManager.getConnection(
                    database.url(), database.app().role(), database.app().password())) {
                work.on(connection);
            } catch (SQLException lost) {
                if (!closed) {
                    LOG.warn("what is live can't be {} just now: {}", what, lost.getMessage());
                }
            } catch (InterruptedException _) {
                return;
            }
            if (!closed && !slept(TRY_AGAIN_MILLIS)) {
                return;
            }
        }
    }

    private static boolean slept(int millis) {
        try {
            Thread.sleep(millis);
            return true;
        } catch (InterruptedException _) {
            return false;
        }
    }

    private void tell(Connection connection) throws SQLException, InterruptedException {
        try (var notify = connection.prepareStatement("select pg_notify('" + CHANNEL + "', ?)")) {
            while (!closed) {
                for (var hint : Hints.written(gather())) {
                    notify.setString(1, hint);
                    notify.execute();
                }
            }
        }
    }

    /** All that comes within a moment of the first. */
    private Map<UUID, Set<String>> gather() throws InterruptedException {
        synchronized (waiting) {
            while (waiting.isEmpty() && !closed) {
                waiting.wait();
            }
        }
        Thread.sleep(GATHER_MILLIS);
        synchronized (waiting) {
            var all = Map.copyOf(waiting);
            waiting.clear();
            return all;
        }
    }

    private void listen(Connection connection) throws SQLException {
        try (var listen = connection.createStatement()) {
            listen.execute("listen " + CHANNEL);
        }
        var source = connection.unwrap(PGConnection.class);
        while (!closed) {
            for (var notification : source.getNotifications(1000)) {
                heard.accept(Hints.read(notification.getParameter()));
            }
        }
    }
}
