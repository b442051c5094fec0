package threeline.desk.webhook.web;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import threeline.desk.webhook.Delivery;
import threeline.desk.webhook.Hook;

/** Webhooks, the latest deliveries, and the secret of the one just made, this once. */
public record HooksView(
        List<Hook> hooks,
        List<Delivery> deliveries,
        @Nullable String secret) {

    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("d MMM, HH:mm:ss", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    public HooksView {
        hooks = List.copyOf(hooks);
        deliveries = List.copyOf(deliveries);
    }

    public static String when(Instant at) {
        return WHEN.format(at);
    }

    /** "waiting, next at 23 Nov, 09:05:00": how it stands, and what comes. */
    public static String state(Delivery it) {
        var next = it.dueAt();
        return next == null ? it.state() : "%s, next %s".formatted(it.state(), when(next));
    }

    /** Whether its program is still told things. */
    public boolean isOpen(Delivery it) {
        return hooks.stream().anyMatch(hook -> hook.id() == it.hook() && hook.endedAt() == null);
    }
}
