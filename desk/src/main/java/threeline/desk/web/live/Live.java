package threeline.desk.web.live;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Brings together who tells and who listens. What is told reaches the listeners of all nodes. */
@Component
public class Live {

    private final Relay relay;
    private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();
    private final Collection<Consumer<UUID>> others = new CopyOnWriteArrayList<>();

    Live(Relay relay) {
        this.relay = relay;
        relay.onHint(this::hear);
    }

    /** Something happened to what has this name; told soon, and together with what else happens until then. */
    public void tell(UUID tenant, String name) {
        relay.pass(tenant, name);
    }

    /** Calls back, on every node, when something happened at a desk. */
    public void onNews(Consumer<UUID> other) {
        others.add(other);
    }

    Listener listen(UUID tenant) {
        var listener = new Listener(tenant);
        listeners.add(listener);
        return listener;
    }

    void leave(Listener listener) {
        listeners.remove(listener);
    }

    private void hear(Map<UUID, Set<String>> hints) {
        hints.keySet().forEach(tenant -> others.forEach(other -> other.accept(tenant)));
        for (var listener : listeners) {
            var names = hints.get(listener.tenant());
            if (names != null) {
                listener.hear(names);
            }
        }
    }

    /** An open stream would keep the desk from stopping. */
    @EventListener(ContextClosedEvent.class)
    void close() {
        listeners.forEach(Listener::end);
    }
}
