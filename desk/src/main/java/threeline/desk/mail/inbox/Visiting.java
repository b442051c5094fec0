package threeline.desk.mail.inbox;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import threeline.desk.mail.AccessTokens;
import threeline.desk.mail.Round;
import threeline.desk.tenant.Tenant;
import threeline.desk.tenant.Tenants;

/** Visits all inboxes, each on a thread of its own, so that none waits for another's server. */
@Component
class Visiting implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(Visiting.class);
    private static final Duration EVERY = Duration.ofSeconds(2);
    private static final Duration PATIENCE_AT_THE_END = Duration.ofSeconds(2);
    private static final Duration REST = Duration.ofMinutes(1);

    private final Keeping keeping;
    private final Inboxes inboxes;
    private final Lines lines;
    private final Taker taker;
    private final Tenants tenants;
    private final Map<Key, Running> running = new ConcurrentHashMap<>();
    private final Round round = new Round("inbox round", EVERY, this::go);

    private record Key(UUID tenant, long inbox) {}

    private record Running(Keeping.Held held, Progress progress, Thread thread) {}

    Visiting(Keeping keeping, Inboxes inboxes, Lines lines, Taker taker, Tenants tenants) {
        this.keeping = keeping;
        this.inboxes = inboxes;
        this.lines = lines;
        this.taker = taker;
        this.tenants = tenants;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        round.start();
    }

    @EventListener
    void on(Inboxes.Changed changed) {
        round.ringAfterCommit();
    }

    @Override
    public void destroy() {
        round.stop();
        running.values().forEach(it -> it.thread().interrupt());
        running.values().forEach(it -> joined(it.thread()));
    }

    private void go() {
        running.entrySet().stream()
                .collect(Collectors.groupingBy(
                        it -> it.getKey().tenant(), Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)))
                .forEach((tenant, theirs) -> tenants.get(tenant).run(() -> lookAfter(theirs)));
        for (var id : keeping.tenants()) {
            var tenant = tenants.get(id);
            tenant.run(() -> begin(tenant));
        }
    }

    /** Ends visits that bring nothing, and those to inboxes that are another's, or others, by now. */
    private void lookAfter(Map<Key, Running> ours) {
        var held = keeping.stillHeld(ours.values().stream().map(Running::held).toList());
        ours.forEach((key, it) -> {
            if ((!held.contains(key.inbox()) || it.progress().none())
                    && !it.progress().isOver()) {
                it.thread().interrupt(); // a virtual thread that waits for its connection then loses it
            }
        });
    }

    private void begin(Tenant tenant) {
        var visited = running.keySet().stream()
                .filter(it -> it.tenant().equals(tenant.id()))
                .map(Key::inbox)
                .toList();
        for (var held : keeping.hold(visited)) {
            var key = new Key(tenant.id(), held.inbox().id());
            running.computeIfAbsent(key, _ -> begun(key, tenant, held));
        }
    }

    private Running begun(Key key, Tenant tenant, Keeping.Held held) {
        var progress = new Progress(Visit.PATIENCE);
        var thread = Thread.ofVirtual()
                .name("inbox " + held.inbox().id())
                .start(() -> tenant.run(() -> visit(key, held, progress)));
        return new Running(held, progress, thread);
    }

    private void visit(Key key, Keeping.Held held, Progress progress) {
        try {
            settled(held, progress);
        } catch (RuntimeException e) {
            log.error(
                    "inbox {}: how its visit went could not be noted",
                    held.inbox().id(),
                    e);
        } finally {
            running.remove(key);
        }
    }

    private void settled(Keeping.Held held, Progress progress) {
        var place = held.inbox().place();
        try (var line = lines.open(place, inboxes.secret(held.inbox().id()))) {
            var again = new Visit(held, taker, keeping, progress).with(line);
            progress.over();
            keeping.done(held.inbox().id(), again ? Duration.ZERO : REST);
        } catch (MessagingException | IOException | Taker.NotTaken | AccessTokens.NoToken | RuntimeException e) {
            progress.over();
            var stopped = Thread.interrupted() && !progress.none();
            failed(held, stopped ? null : progress.none() ? Words.nothingCame(place) : Words.of(e, place));
        }
    }

    /** Without a reason it was we who ended it. */
    private void failed(Keeping.Held held, @Nullable String why) {
        if (why == null) {
            keeping.letGo(held.inbox().id());
        } else {
            log.warn("inbox {}: {}", held.inbox().id(), why);
            keeping.failed(held, why);
        }
    }

    private static void joined(Thread thread) {
        try {
            thread.join(PATIENCE_AT_THE_END);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
