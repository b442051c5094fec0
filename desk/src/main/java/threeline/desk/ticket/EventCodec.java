package threeline.desk.ticket;

import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Events as the table keeps them: a kind, and the rest as JSON; no class name is ever read from data. */
final class EventCodec {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final Map<String, Class<?>> KINDS =
            all(TicketEvent.class).collect(Collectors.toUnmodifiableMap(EventCodec::kindOf, Function.identity()));

    /** Asked for by itself, of all tickets. */
    static final String DUE_MOVED = kindOf(TicketEvent.DueMoved.class);

    private EventCodec() {}

    static String kind(TicketEvent event) {
        return kindOf(event.getClass());
    }

    /** What the event says besides its kind; null where that is nothing. */
    static @Nullable JSONB details(TicketEvent event) {
        return event.getClass().getRecordComponents().length == 0
                ? null
                : JSONB.valueOf(JSON.writeValueAsString(event));
    }

    static TicketEvent read(String kind, @Nullable JSONB details) {
        var type = KINDS.get(kind);
        if (type == null) {
            throw new IllegalStateException("a timeline of a newer version of this program: unknown kind " + kind);
        }
        return (TicketEvent) JSON.readValue(details == null ? "{}" : details.data(), type);
    }

    private static Stream<Class<?>> all(Class<?> type) {
        return type.isSealed()
                ? Stream.of(type.getPermittedSubclasses()).flatMap(EventCodec::all)
                : Stream.<Class<?>>of(type);
    }

    private static String kindOf(Class<?> type) {
        return type.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
